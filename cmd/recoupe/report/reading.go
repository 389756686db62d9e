package report

import (
	"encoding/json"
	"io"
	"slices"
	"strconv"

	"recoupe/checks"
	"recoupe/checks/mark"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// Readings lists the formats in which a reading is told: what was noticed in a
// story, and what became of each claim.
func Readings() []Format {
	return []Format{
		{"text", "for people: claims with what the book says, then all that was noticed", newReadingText},
		{"jsonl", "for programs: a JSON object a story, one a line", newReadingJSONL},
	}
}

type readingJSONL struct {
	enc *json.Encoder
	o   Options
}

func newReadingJSONL(w io.Writer, o Options) Report {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return &readingJSONL{enc, o}
}

func (j *readingJSONL) Begin() error              { return nil }
func (j *readingJSONL) Add(r checks.Result) error { return j.enc.Encode(newReading(r, j.o)) }
func (j *readingJSONL) End() error                { return nil }

// A reading is a story with its marks and claims, as the machine format tells
// it. Lists are never null.
type reading struct {
	Document   string     `json:"document"`
	Lang       *string    `json:"lang"`
	Date       *string    `json:"date"`
	DateFrom   string     `json:"date_from"`
	Window     *string    `json:"window"`
	Times      []when     `json:"times"`
	Mentions   []mention  `json:"mentions"`
	Quantities []quantity `json:"quantities"`
	Quotes     []quote    `json:"quotes"`
	Claims     []claimed  `json:"claims"`
	Error      *failure   `json:"error"`
}

// A spot is where something stands in a story.
type spot struct {
	Field string `json:"field"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

type when struct {
	spot
	Type   string  `json:"type"`
	Value  *string `json:"value"`
	EDTF   *string `json:"edtf"`
	From   *string `json:"from"`
	To     *string `json:"to"`
	Mod    string  `json:"mod"`
	Origin string  `json:"origin"`
}

type mention struct {
	spot
	Entities []string `json:"entities"`
	Kind     string   `json:"kind"`
}

type quantity struct {
	spot
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	Unit string  `json:"unit"`
	Of   string  `json:"of"`
}

type quote struct {
	spot
	Speaker string `json:"speaker"`
}

type claimed struct {
	spot
	Rule    string  `json:"rule"`
	Subject string  `json:"subject"`
	Value   string  `json:"value"`
	Voice   string  `json:"voice"`
	Verdict string  `json:"verdict"`
	Fact    *string `json:"fact"`
	Why     *string `json:"why"`
}

func newReading(r checks.Result, o Options) reading {
	row := newRow(r, o)
	out := reading{
		Document: row.Document, Lang: row.Lang, Date: row.Date, DateFrom: row.DateFrom, Window: row.Window, Error: row.Error,
		Times: []when{}, Mentions: []mention{}, Quantities: []quantity{}, Quotes: []quote{}, Claims: []claimed{},
	}
	if r.Err != nil || r.Reading == nil {
		return out
	}
	d, lang := r.Document, o.tongue(r)
	for _, v := range judged(r, o) {
		out.Claims = append(out.Claims, newClaimed(r, v, lang))
	}
	if o.Todo {
		return out
	}
	for _, t := range r.Reading.When {
		out.Times = append(out.Times, newWhen(d, t))
	}
	for _, m := range r.Reading.Mentions {
		out.Mentions = append(out.Mentions, mention{newSpot(d, m.Span), ids(m.Entities), string(m.Kind)})
	}
	for _, q := range r.Reading.Quantities {
		out.Quantities = append(out.Quantities, quantity{newSpot(d, q.Span), q.Low, q.High, q.Unit, d.Words(q.Of)})
	}
	for _, q := range r.Reading.Quotes {
		out.Quotes = append(out.Quotes, quote{newSpot(d, q.Span), d.Words(q.Speaker)})
	}
	return out
}

// judged lists the verdicts on a story's claims in reading order; with Todo, on
// those alone that the book can't judge.
func judged(r checks.Result, o Options) []checks.Judged {
	var out []checks.Judged
	for _, v := range r.Judged {
		if v.Verdict == checks.Unknown || !o.Todo {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b checks.Judged) int {
		return r.Reading.Claims[a.Claim].Start - r.Reading.Claims[b.Claim].Start
	})
	return out
}

func newSpot(d *text.Document, s text.Span) spot {
	at := d.Place(s.Start)
	return spot{at.Field, at.Byte, d.End(s.End).Byte, d.Words(s)}
}

func newWhen(d *text.Document, t mark.Time) when {
	w := when{spot: newSpot(d, t.Span), Type: string(t.Type), Mod: t.Mod, Origin: timeOrigin(t)}
	if v := t.Value(); v != "" {
		w.Value = &v
	}
	if e := t.EDTF(); e != "" {
		w.EDTF = &e
	}
	if !t.Period.IsZero() {
		w.From = firstDay(t.Period)
		w.To = lastDay(t.Period)
	}
	return w
}

// timeOrigin is how a time came to its period.
func timeOrigin(t mark.Time) string {
	switch {
	case t.Guessed != 0:
		return "guessed"
	case t.Relative:
		return "counted"
	}
	return "written"
}

func firstDay(p calendar.Period) *string {
	if p.From.IsZero() {
		return nil
	}
	return edtf(p.First().Date().String())
}

func lastDay(p calendar.Period) *string {
	if p.To.IsZero() {
		return nil
	}
	return edtf(p.Last().Date().String())
}

func ids(entities []*rules.Entity) []string {
	out := []string{}
	for _, e := range entities {
		out = append(out, e.ID)
	}
	return out
}

func newClaimed(r checks.Result, v checks.Judged, lang *rules.Language) claimed {
	c := &r.Reading.Claims[v.Claim]
	out := claimed{spot: newSpot(r.Document, c.Span), Rule: c.Rule.ID, Voice: c.Voice.String(), Verdict: verdict(v.Verdict)}
	if c.Subject != nil {
		out.Subject = labels(meant(c.Subject.Entities, v.Fact), lang)
	}
	switch {
	case c.Value != nil:
		out.Value = labels(meant(c.Value.Entities, v.Fact), lang)
	case c.Quantity != nil:
		out.Value = r.Document.Words(c.Quantity.Span)
	case c.When != nil && c.When.Time < len(r.Reading.When):
		out.Value = r.Reading.When[c.When.Time].Period.String()
	}
	if v.Fact != nil {
		out.Fact = &v.Fact.ID
	}
	if v.Why != "" {
		out.Why = &v.Why
	}
	return out
}

// meant is what a mention stands for once a fact has told: of all who bear the
// title of president, the one whose tenure it is.
func meant(entities []*rules.Entity, f *rules.Fact) []*rules.Entity {
	if f != nil {
		for _, e := range []*rules.Entity{f.Subject, f.Value.Entity} {
			if e != nil && slices.Contains(entities, e) {
				return []*rules.Entity{e}
			}
		}
	}
	return entities
}

// manyLabels is how many readings of a mention are named before the rest are
// counted.
const manyLabels = 4

// labels names what a mention may stand for.
func labels(entities []*rules.Entity, lang *rules.Language) string {
	out := ""
	for i, e := range entities {
		if i > 0 {
			out += " | "
		}
		if i == manyLabels && len(entities) > manyLabels+1 {
			return out + "+" + strconv.Itoa(len(entities)-manyLabels)
		}
		out += lang.SayEntity(e)
	}
	return out
}

// verdict is the word for what became of a claim.
func verdict(v checks.Verdict) string {
	return [...]string{checks.Unknown: "unknown", checks.Confirmed: "confirmed", checks.Contradicted: "contradicted"}[v]
}
