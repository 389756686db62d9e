package main

import (
	"context"
	"iter"
	"time"
)

// grace is how long results that are under way are waited for after an interruption.
const grace = 300 * time.Millisecond

// inOrder applies work to all that comes, several at a time, and hands the
// outcomes on in the order of what came. It holds a few at a time, however long
// the stream, and calls idle before it waits for more. When the context ends it
// hands on what is done, and returns the context's error.
func inOrder[In, Out any](ctx context.Context, jobs int, from iter.Seq[In], work func(In) Out, to func(Out) error, idle func() error) error {
	type task struct {
		in  In
		out chan Out
	}
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan task)
	order := make(chan chan Out, 2*jobs)
	go func() {
		defer close(order)
		defer close(queue)
		for in := range from {
			t := task{in, make(chan Out, 1)}
			select {
			case order <- t.out:
			case <-inner.Done():
				return
			}
			select {
			case queue <- t:
			case <-inner.Done():
				return
			}
		}
	}()
	for range jobs {
		go func() {
			for t := range queue {
				t.out <- work(t.in)
			}
		}()
	}
	for {
		if len(order) == 0 {
			if err := idle(); err != nil {
				return err
			}
		}
		select {
		case out, more := <-order:
			if !more {
				return ctx.Err()
			}
			if err := await(ctx, out, to); err != nil {
				return err
			}
		case <-ctx.Done():
			return drain(ctx, order, to)
		}
	}
}

// await hands on one outcome when it comes, and gives up when the context ends
// before.
func await[Out any](ctx context.Context, out chan Out, to func(Out) error) error {
	select {
	case o := <-out:
		return to(o)
	case <-ctx.Done():
	}
	select {
	case o := <-out:
		return to(o)
	case <-time.After(grace):
		return ctx.Err()
	}
}

// drain hands on the outcomes that are there already.
func drain[Out any](ctx context.Context, order chan chan Out, to func(Out) error) error {
	for {
		select {
		case out, more := <-order:
			if !more {
				return ctx.Err()
			}
			if err := await(ctx, out, to); err != nil {
				return err
			}
		default:
			return ctx.Err()
		}
	}
}
