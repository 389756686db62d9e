package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// patience is how long an interrupted run may take to hand over what was done.
const patience = 900 * time.Millisecond

// interruptible is a context that ends with Ctrl-C or a polite kill. A run that
// can't end by itself, because it hangs on a reader or writer, is ended when its
// patience is over. A closed pipe is left to those who write to it.
func interruptible(errout io.Writer) (context.Context, func()) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	signal.Ignore(syscall.SIGPIPE)
	ended := make(chan struct{})
	go func() {
		select {
		case <-ended:
			return
		case <-ctx.Done():
		}
		select {
		case <-ended:
		case <-time.After(patience):
			os.Exit(trouble)
		}
	}()
	return ctx, func() { close(ended); stop() }
}

// closedPipe reports whether an error says that nobody reads any more.
func closedPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
