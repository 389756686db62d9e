package report

import (
	"cmp"
	"fmt"
	"strings"

	"recoupe/checks"
	"recoupe/checks/text"
	"recoupe/rules"
)

// A storyView is a story as the page's template wants it.
type storyView struct {
	N         int
	Lang      string // of the story
	UI        string // of what is said of it
	Title     string
	Name      string
	Dated     string
	Sum       string
	Worst     string // its worst severity, or ""
	Error     string
	Rows      []rowView
	Todo      []claimView
	Confirmed []claimView
	Stood     []stoodView
	ui        *rules.Language
}

// Say is a text of the page in the story's language.
func (s *storyView) Say(id string) string { return typeset(s.ui.SayUI(id, nil)) }

// A rowView is a paragraph with what stands beside it.
type rowView struct {
	Role   string
	Pieces []piece
	Notes  []noteView
}

// A noteView tells one finding.
type noteView struct {
	N                   int
	Severity, Label     string
	Title, Message, Why string
	Reasons             []reasonView
	Instead             string
	ui                  *rules.Language
}

// Say is a text of the page in the note's language.
func (n noteView) Say(id string) string { return typeset(n.ui.SayUI(id, nil)) }

// A reasonView is a fact, or another place of the story.
type reasonView struct {
	Fact, Source, Origin string
	Place, Quote, Note   string // the place is an anchor
}

// A claimView is a claim with what the book says of it.
type claimView struct{ Place, Quote, Fact, Source, Why string }

type stoodView struct{ Place, Quote, Message, Reason string }

func (p *page) story(r checks.Result, lang *rules.Language) *storyView {
	d := r.Document
	s := &storyView{N: p.stories, Lang: cmp.Or(d.Lang, lang.Code), UI: lang.Code, Name: d.Name, Title: typeset(cmp.Or(d.Meta["title"], d.Name)), ui: lang}
	if r.Err != nil {
		f := newFailure(r.Err)
		s.Error = f.Message
		if f.Line > 0 {
			s.Error = fmt.Sprintf("%d: %s", f.Line, f.Message)
		}
		s.Sum, s.Worst = typeset(s.Error), rules.Error.String()
		return s
	}
	var t tally
	t.add(checks.Result{Document: d, Findings: p.o.shown(r)})
	s.Sum, s.Dated = t.findings(lang), typeset(dated(r, lang))
	for w := rules.Error; w >= rules.Note && s.Worst == ""; w-- {
		if t.found[w] > 0 {
			s.Worst = w.String()
		}
	}
	m := &marker{story: s.N, document: d}
	p.claimed(s, m, r, lang)
	var notes []noteView
	for _, f := range p.o.shown(r) {
		p.notes++
		notes = append(notes, p.note(m, d, f, lang))
	}
	for _, f := range r.Stood {
		s.Stood = append(s.Stood, stoodView{m.evidence(f.Span), typeset(d.Words(f.Span)), typeset(f.Message(lang)), typeset(f.Reason)})
	}
	p.rows(s, m, d, p.o.shown(r), notes)
	return s
}

// rows lays the paragraphs out, each with the findings that begin in it.
func (p *page) rows(s *storyView, m *marker, d *text.Document, found []checks.Finding, notes []noteView) {
	told, headlines := 0, 0
	for i, para := range d.Paragraphs {
		row := rowView{Role: role(para.Role), Pieces: m.pieces(para.Span)}
		if para.Role == text.Headline {
			if headlines++; headlines == 1 {
				s.Title = typeset(d.Words(para.Span))
				row.Role = "h2"
			}
		}
		for told < len(found) && (found[told].Span.Start < para.End || i == len(d.Paragraphs)-1) {
			row.Notes = append(row.Notes, notes[told])
			told++
		}
		s.Rows = append(s.Rows, row)
	}
}

func role(r text.Role) string {
	return map[text.Role]string{text.Body: "body", text.Headline: "headline", text.Standfirst: "standfirst", text.Crosshead: "h3", text.Byline: "byline"}[r]
}

func (p *page) note(m *marker, d *text.Document, f checks.Finding, lang *rules.Language) noteView {
	severity := f.Severity.String()
	n := noteView{N: p.notes, Severity: severity, Label: lang.SayUI("page-"+severity, nil), Message: typeset(f.Message(lang)), ui: lang,
		Title: typeset(inTongue(f.Rule.Title, lang)), Why: typeset(inTongue(f.Rule.Why, lang))}
	m.finding(p.notes, f)
	for _, e := range f.Because {
		if e.Fact != nil {
			n.Reasons = append(n.Reasons, reasonView{Fact: typeset(lang.SayFact(e.Fact)), Source: typeset(strings.Join(e.Fact.Sources, " · ")), Origin: e.Fact.Origin.String()})
			continue
		}
		n.Reasons = append(n.Reasons, reasonView{Place: m.evidence(e.Span), Quote: typeset(cut(d.Words(e.Span), glimpse)), Note: typeset(f.Note(lang, e))})
	}
	if len(f.Suggestions) > 0 {
		n.Instead = typeset(strings.Join(f.Suggestions, lang.SayUI("or", nil)))
	}
	return n
}

// claimed sorts the claims into those that the book confirms and those that are
// left to check by hand.
func (p *page) claimed(s *storyView, m *marker, r checks.Result, lang *rules.Language) {
	if r.Reading == nil {
		return
	}
	for _, v := range judged(r, p.o) {
		c := &r.Reading.Claims[v.Claim]
		view := claimView{Quote: typeset(r.Document.Words(c.Span))}
		switch v.Verdict {
		case checks.Confirmed:
			if v.Fact != nil {
				view.Fact, view.Source = typeset(lang.SayFact(v.Fact)), typeset(strings.Join(v.Fact.Sources, " · "))
			}
			view.Place = m.claim(c.Span, "ok")
			s.Confirmed = append(s.Confirmed, view)
		case checks.Unknown:
			if v.Why != "" {
				view.Why = lang.SayUI(v.Why, nil)
			}
			view.Place = m.claim(c.Span, "open")
			s.Todo = append(s.Todo, view)
		}
	}
}
