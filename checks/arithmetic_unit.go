package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
)

// reckonConversions holds a measure against the same one in another unit that
// stands beside it: "12 km (7.5 miles)", "30 °C, or 86 °F".
func (p *Pass) reckonConversions() {
	for i := 1; i < len(p.Quantities); i++ {
		a, b := &p.Quantities[i-1], &p.Quantities[i]
		if a.Unit == b.Unit || a.Unit == "" || b.Unit == "" || a.Weak || b.Weak || a.Ordinal || b.Ordinal || !p.restated(a, b) {
			continue
		}
		from, to := rules.MeasureOf(a.Unit), rules.MeasureOf(b.Unit)
		if from.Dimension == "" || from.Dimension != to.Dimension || from.Size == 0 || to.Size == 0 || from.Dimension == "duration" || from.Dimension == "share" {
			continue
		}
		there := func(v float64) float64 { return (v+from.Offset)*from.Size/to.Size - to.Offset }
		back := func(v float64) float64 { return (v+to.Offset)*to.Size/from.Size - from.Offset }
		degrees := from.Dimension == "temperature"
		// Either may be the rounded one: "about 60 miles (100 km)".
		if math.Abs(there(a.Low)-b.Low) > leeway(b, degrees) && math.Abs(back(b.Low)-a.Low) > leeway(a, degrees) {
			p.miscount(b, there(a.Low), a)
		}
	}
}

// leeway is how far a converted measure may lie from the one that was
// rounded: half of its last digit that is no nought, and a little.
func leeway(q *mark.Quantity, degrees bool) float64 {
	room := q.Step / 2
	if degrees {
		return room + 1
	}
	for r := 10.0; q.Step >= 1 && q.Low >= r && math.Mod(q.Low, r) == 0; r *= 10 {
		room = r / 2
	}
	if q.Approximate {
		room *= 1.5
	}
	if q.Low != q.High || q.Over || q.Under {
		room += 0.2 * q.High
	}
	return room + 0.03*q.High
}

// restated reports that nothing but a bracket, a comma or "or" parts two measures.
func (p *Pass) restated(a, b *mark.Quantity) bool {
	if b.First <= a.Last || b.First-a.Last > 4 {
		return false
	}
	sign := false
	for i := a.Last; i < b.First; i++ {
		if end := p.ClassAt(i, "about"); end > i && end <= b.First {
			i = end - 1
			continue
		}
		switch {
		case p.Tokens[i].Char == '(' || p.Tokens[i].Char == '[' || p.ClassAt(i, "restating") > 0:
			sign = true
		case p.Tokens[i].Kind == text.Mark && p.Tokens[i].Char != ',' || p.Tokens[i].Kind == text.Word:
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
