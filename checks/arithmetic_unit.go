package checks

import (
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// reckonConversions holds a measure against the same one in another unit that
// stands beside it: "12 km (7.5 miles)", "30 °C, or 86 °F".
func (p *Pass) reckonConversions() {
	for i := 1; i < len(p.Quantities); i++ {
		a, b := &p.Quantities[i-1], &p.Quantities[i]
		if a.Unit == b.Unit || a.Unit == "" || b.Unit == "" || a.Ordinal || b.Ordinal || !p.restated(a, b) {
			continue
		}
		from, to := rules.MeasureOf(a.Unit), rules.MeasureOf(b.Unit)
		if from.Dimension == "" || from.Dimension != to.Dimension || from.Size == 0 || to.Size == 0 || from.Dimension == "duration" || from.Dimension == "share" {
			continue
		}
		convert := func(v float64) float64 { return (v+from.Offset)*from.Size/to.Size - to.Offset }
		rough := roomy(a)
		want := band{convert(rough.low), convert(rough.high)}
		said := roomy(b)
		// Both may be round: "about 60 miles (100 km)".
		slack := 0.04 * max(want.high, said.high)
		if from.Dimension == "temperature" {
			slack = 1.5
		}
		if said.widen(slack).holds(want) {
			continue
		}
		p.miscount(b, convert(a.Low), a)
	}
}

// roomy is the room of a measure that may have been rounded to its last digit
// but noughts.
func roomy(q *mark.Quantity) band {
	b := bandOf(q)
	r := 1.0
	for v := q.High; v >= 10*r && v == float64(int64(v)) && int64(v)%int64(10*r) == 0; {
		r *= 10
	}
	if r > 1 {
		b = b.widen(r / 2)
	}
	return b
}

// restated reports that nothing but a bracket, a comma or "or" parts two measures.
func (p *Pass) restated(a, b *mark.Quantity) bool {
	if b.First <= a.Last || b.First-a.Last > 3 {
		return false
	}
	sign := false
	for i := a.Last; i < b.First; i++ {
		switch {
		case p.Tokens[i].Char == '(' || p.Tokens[i].Char == '[' || p.ClassAt(i, "restating") > 0:
			sign = true
		case p.Tokens[i].Kind == text.Mark && p.Tokens[i].Char != ',' || p.Tokens[i].Kind == text.Word && p.ClassAt(i, "about") == 0:
			return false
		}
	}
	return sign
}

// reckonSpeeds holds an average speed against the one distance and the one
// duration of its sentence.
func (p *Pass) reckonSpeeds() {
	p.sums(func(_ int, in []*mark.Quantity) {
		var distance, speed *mark.Quantity
		for _, q := range in {
			switch m := rules.MeasureOf(q.Unit); {
			case m.Dimension == "speed" && p.classIn("average", q.First-5, q.First):
				if speed != nil {
					return
				}
				speed = q
			case m.Dimension == "length":
				if distance != nil {
					return
				}
				distance = q
			}
		}
		if distance == nil || speed == nil || distance.Part || speed.Part {
			return
		}
		seconds, parts := p.duration(in)
		if seconds == 0 {
			return
		}
		d, s := rules.MeasureOf(distance.Unit), rules.MeasureOf(speed.Unit)
		want := distance.Low * d.Size / seconds / s.Size
		if b := bandOf(speed).widen(0.04 * want); b.low <= want && want <= b.high {
			return
		}
		p.miscount(speed, want, append([]*mark.Quantity{distance}, parts...)...)
	})
}

// duration adds up the one duration among numbers: hours, minutes and seconds
// that follow one another. It is 0 when there are several.
func (p *Pass) duration(in []*mark.Quantity) (seconds float64, parts []*mark.Quantity) {
	for _, q := range in {
		m := rules.MeasureOf(q.Unit)
		if q.Unit == "" && len(parts) > 0 && parts[len(parts)-1].Unit == "hour" && q.First == parts[len(parts)-1].Last {
			m = rules.MeasureOf("minute") // 3 h 30
		}
		if m.Dimension != "duration" || q.Ordinal {
			continue
		}
		if len(parts) > 0 && (q.First-parts[len(parts)-1].Last > 1 || m.Size >= rules.MeasureOf(parts[len(parts)-1].Unit).Size) {
			return 0, nil
		}
		seconds += q.Low * m.Size
		parts = append(parts, q)
	}
	return seconds, parts
}
