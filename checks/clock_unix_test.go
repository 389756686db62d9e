//go:build unix

package checks

import (
	"syscall"
	"time"
)

// cpuTime is how long this process has kept processors busy: what others do on
// the machine counts little, what the collector does counts.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // RUSAGE_SELF can always be asked for
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
