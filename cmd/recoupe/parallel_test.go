package main

import (
	"context"
	"errors"
	"iter"
	"sync/atomic"
	"testing"
	"time"
)

// counting yields numbers for ever and counts how many were taken.
func counting(taken *atomic.Int64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
			taken.Add(1)
		}
	}
}

func never() error { return nil }

// The outcomes come in order, however long each takes, and a few at most are
// held at a time, however many there are.
func TestInOrder(t *testing.T) {
	const jobs, enough = 4, 2000
	var taken atomic.Int64
	stop := errors.New("enough")
	next := 0
	err := inOrder(context.Background(), jobs, counting(&taken), func(i int) int {
		if i%7 == 0 {
			time.Sleep(100 * time.Microsecond)
		}
		return i
	}, func(i int) error {
		if i != next {
			t.Fatalf("%d came when %d was due", i, next)
		}
		if held := int(taken.Load()) - next; held > 4*jobs {
			t.Fatalf("%d are held", held)
		}
		if next++; next == enough {
			return stop
		}
		return nil
	}, never)
	if err != stop || next != enough {
		t.Errorf("%v after %d", err, next)
	}
	// Nobody goes on reading for a run that has ended.
	time.Sleep(20 * time.Millisecond)
	before := taken.Load()
	time.Sleep(20 * time.Millisecond)
	if after := taken.Load(); after != before {
		t.Errorf("%d more were taken after the end", after-before)
	}
}

// An ended context ends the run though a piece of work hangs, and what was done
// before it is handed on.
func TestInOrderEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	hang := make(chan struct{})
	defer close(hang)
	var taken atomic.Int64
	got := 0
	begun := time.Now()
	err := inOrder(ctx, 2, counting(&taken), func(i int) int {
		if i == 3 {
			cancel()
			<-hang
		}
		return i
	}, func(int) error { got++; return nil }, never)
	if !errors.Is(err, context.Canceled) || got != 3 {
		t.Errorf("%v after %d outcomes; want 3", err, got)
	}
	if took := time.Since(begun); took > time.Second {
		t.Errorf("ended after %v", took)
	}
}

// Before it waits, a run says so, so that what is done can be told.
func TestInOrderIdles(t *testing.T) {
	idle := 0
	err := inOrder(context.Background(), 1, func(yield func(int) bool) { yield(1) }, func(i int) int { return i }, func(int) error { return nil }, func() error { idle++; return nil })
	if err != nil || idle == 0 {
		t.Errorf("%v, idle %d times", err, idle)
	}
	full := errors.New("full")
	if err := inOrder(context.Background(), 1, func(yield func(int) bool) { yield(1) }, func(i int) int { return i }, func(int) error { return nil }, func() error { return full }); err != full {
		t.Errorf("%v", err)
	}
}
