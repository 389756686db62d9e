package checks

import (
	"math"

	"recoupe/checks/mark"
	"recoupe/rules"
)

// reckonLater holds a number against those of the sentence before, which it
// sums up: "Cela fait 1 245 en tout", "The fall of 20 percent", "Un tiers
// d'entre eux, soit 32", "quatre buts par match".
func (p *Pass) reckonLater() {
	var before []mark.Quantity
	at, paragraph := -2, -1
	p.eachNumbers(func(s int, in []mark.Quantity) {
		if at == s-1 && p.Sentences[s].Paragraph <= paragraph+1 {
			p.reckonThatMakes(s, before, in)
			p.reckonThatChange(s, before, in)
			p.reckonSomeOfThem(before, in)
			p.reckonSince(before, in)
		}
		near := at >= s-2 && p.Sentences[s].Paragraph == paragraph
		p.reckonPerOccasion(s, before, in, near)
		before, at, paragraph = in, s, p.Sentences[s].Paragraph
	})
}

// reckonThatMakes holds "That makes 1,245 all told" against the numbers of the
// sentence before.
func (p *Pass) reckonThatMakes(s int, before, in []mark.Quantity) {
	end := p.ClassAt(p.Sentences[s].First, "that_makes")
	x := &in[0]
	if end == 0 || x.First-end > 3 || !plainCount(x) || len(before) < 2 || x.Unit == "percent" {
		return
	}
	var sum summed
	var parts []*mark.Quantity
	for i := range before {
		q := &before[i]
		if q.Ordinal || q.Weak || yearlike(q) || rules.MeasureOf(q.Unit).Dimension == "duration" && x.Unit != q.Unit {
			continue
		}
		if !plainCount(q) || q.Unit != x.Unit || q.Low == x.Low {
			return
		}
		sum.add(q)
		parts = append(parts, q)
	}
	total := sum.band()
	if len(parts) < 2 || len(parts) > listedMost || counting(x).holds(total) || x.Low > 1.5*total.high || 1.5*x.High < total.low {
		return
	}
	if len(parts) == 2 && math.Abs(parts[0].Low*parts[1].Low-x.Low) < 1 {
		return // a product
	}
	p.miscount(x, sum.value, parts...)
}

// reckonThatChange holds "The fall of 20 percent" at the head of a sentence
// against the two numbers of the one before.
func (p *Pass) reckonThatChange(s int, before, in []mark.Quantity) {
	x := &in[0]
	first := p.Sentences[s].First
	if x.Unit != "percent" || !plainCount(x) || x.First-first > 5 || !p.Is(first, "article") && !p.Is(first, "this_one") {
		return
	}
	up, down := p.direction(x)
	if up == down {
		return
	}
	var found pair
	told := measured(before)
	for k := 1; k < len(told); k++ {
		a, b := told[k-1], told[k]
		if pr, ok := p.pairOf(a, b); ok && !pr.of && (pr.told || p.against(a, b)) && pr.now.Unit != "percent" && (pr.now.Low < pr.old.Low) == down {
			if found.old != nil {
				return
			}
			found = pr
		}
	}
	if found.old != nil && found.old.Low != found.now.Low {
		found.told = true
		p.reckonPercent(x, found)
	}
}

// measured are the numbers of a sentence that are no durations.
func measured(in []mark.Quantity) (out []*mark.Quantity) {
	for i := range in {
		if rules.MeasureOf(in[i].Unit).Dimension != "duration" {
			out = append(out, &in[i])
		}
	}
	return out
}

// reckonSince holds "480, a rise of 60 percent" against the one number of the
// sentence before that counts the same.
func (p *Pass) reckonSince(before, in []mark.Quantity) {
	told := measured(in)
	if len(told) != 2 || told[1].Unit != "percent" || told[0].Unit == "percent" || !p.linked(told[0], told[1]) {
		return
	}
	now, x := told[0], told[1]
	var old *mark.Quantity
	for _, q := range measured(before) {
		if q.Unit == "percent" || q.Ordinal || q.Part || yearlike(q) || q.Weak {
			continue
		}
		if old != nil {
			return
		}
		old = q
	}
	up, down := p.direction(x)
	if old == nil || up == down || !plainCount(now) || !plainCount(old) || !p.alike(old, now) || now.Low < 0 || old.Low <= 0 || (now.Low > old.Low) != up || now.Low > 4*old.Low {
		return
	}
	p.reckonPercent(x, pair{old: old, now: now, told: true})
}

// reckonSomeOfThem holds "Un tiers d'entre eux, soit 32" against the number of
// the sentence before.
func (p *Pass) reckonSomeOfThem(before, in []mark.Quantity) {
	for i := 0; i+1 < len(in); i++ {
		part, x := &in[i], &in[i+1]
		end := p.ClassAt(part.Last, "of_them")
		if !part.Part || part.Low >= 1 || end == 0 || x.Ordinal || x.Part || x.Unit != "" || x.First-end > 4 || !p.sumsUp(end, x) {
			continue
		}
		var whole *mark.Quantity
		for k := range before {
			w := &before[k]
			if w.Unit != "" || w.Ordinal || w.Part || yearlike(w) || w.Head < 0 {
				continue
			}
			want := spread(bandOf(part), bandOf(w), func(a, b float64) float64 { return a * b })
			if bandOf(x).widen(0.02*want.high + 0.5).holds(want) {
				return
			}
			if whole == nil || w.Low > whole.Low {
				whole = w
			}
		}
		if whole != nil && x.Low < whole.Low {
			p.miscount(x, math.Round(part.Low*whole.Low), part, whole)
		}
	}
}

// reckonPerOccasion holds so many on each occasion against how many there were
// in all and on how many occasions: "douze buts en quatre rencontres … quatre
// buts par match".
func (p *Pass) reckonPerOccasion(s int, before, in []mark.Quantity, near bool) {
	for i := range in {
		x := &in[i]
		if x.Head < 0 || x.Unit != "" || !plainCount(x) || x.Ordinal || x.Weak || !p.Is(p.tail(x), "per") && !p.perUnit(p.tail(x)) {
			continue
		}
		from := in[:i]
		if len(from) < 2 {
			if !near {
				continue
			}
			from = before
		}
		var total, times *mark.Quantity
		for k := range from {
			q := &from[k]
			switch {
			case q.Unit != "" || q.Head < 0 || !plainCount(q):
			case p.Tokens[q.Head].Key == p.Tokens[x.Head].Key && total == nil:
				total = q
			case times == nil && q.First > 0 && p.Is(q.First-1, "lasting") && q.Low >= 2:
				times = q
			}
		}
		if total == nil || times == nil {
			continue
		}
		want := total.Low / times.Low
		if math.Abs(want-x.Low) <= x.Step/2+0.02*want || x.Low > 3*want || 3*x.Low < want {
			continue
		}
		p.miscount(x, want, total, times)
	}
}

// perUnit reports "a game", "par match" after a number of things.
func (p *Pass) perUnit(at int) bool { return p.ClassAt(at, "per_occasion") > 0 }
