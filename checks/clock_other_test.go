//go:build !unix

package checks

import "time"

var begun = time.Now()

// cpuTime is the time of the wall, where no other can be had.
func cpuTime() time.Duration { return time.Since(begun) }
