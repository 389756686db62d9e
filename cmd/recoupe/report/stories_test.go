package report

import (
	"strings"
	"sync"
	"testing"

	"recoupe/checks"
	"recoupe/checks/source"
	"recoupe/checks/text"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

// house is the whole book, loaded once.
var house = sync.OnceValues(func() (*rules.Book, error) { return rules.Open() })

// testBook has the languages of the house, and nothing else that could change
// what a golden shows.
func testBook(t testing.TB) *rules.Book {
	whole, err := house()
	if err != nil {
		t.Fatal(err)
	}
	return &rules.Book{Languages: whole.Languages, AsOf: date(t, "2026-11-23").From}
}

func rule(id, fr, en string) *rules.Rule {
	return &rules.Rule{ID: id, Message: map[string]string{"fr": fr, "en": en}, Title: map[string]string{"fr": id, "en": id}, Severity: rules.Error,
		Notes: map[string]map[string]string{"first": {"fr": "le même texte", "en": "the same text"}, "other": {"fr": "ailleurs {other}", "en": "elsewhere {other}"}}}
}

func date(t testing.TB, s string) calendar.Period {
	p, err := calendar.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// span finds the nth place of words in a document, from 1.
func span(t testing.TB, d *text.Document, words string, nth int) text.Span {
	at := 0
	for {
		i := strings.Index(d.Text[at:], words)
		if i < 0 {
			t.Fatalf("%q is not in the story", words)
		}
		at += i
		if nth--; nth == 0 {
			return text.Span{Start: at, End: at + len(words)}
		}
		at++
	}
}

// harbour is a French wire story on one line a paragraph, with a finding of each kind.
func harbour(t *testing.T, b *rules.Book) checks.Result {
	d := text.New("depeches/port.txt", `Le port de Brest « rouvre » ses quais aux ferries

Le port de Brest « rouvre » ses quais aux ferries

BREST, 3 mars 2023 – Fermés depuis la tempête, les quais du port de commerce ont accueilli vendredi matin un premier navire venu de Cork, sous les applaudissements d’une trentaine de dockers, plus d’un an après l’adhésion de la Finlande à l’Otan en avril 2022, que le maire a citée dans un discours où il était question de tout sauf de pêche.

Le président de l’OTAN, a-t-il ajouté, « n’a rien à voir » avec la décision de relancer la ligne.
`)
	d.Lang = "fr"
	d.Meta = map[string]string{"date": "2023-03-03"}
	finland := &rules.Entity{ID: "finnish-accession", Kind: rules.Event, Names: map[string][]string{"fr": {"adhésion de la Finlande à l’Otan"}, "en": {"Finland’s accession to NATO"}}}
	accession := &rules.Fact{ID: "finnish-accession", Subject: finland, Relation: rules.TookPlace, Value: rules.Value{Period: date(t, "2023-04-04")},
		Sources: []string{"nato.int", "valtioneuvosto.fi"}, Origin: rules.Origin{File: "rules/facts/events/nato.toml", Line: 41}}
	return checks.Result{
		Document:    d,
		Publication: checks.Publication{Period: date(t, "2023-03-03"), Origin: checks.Declared},
		Judged:      []checks.Judged{{Verdict: checks.Contradicted}, {Verdict: checks.Confirmed}, {Verdict: checks.Confirmed}, {}},
		Findings: []checks.Finding{
			{
				Rule: rule("repeated-paragraph", "paragraphe répété : {words}", "repeated paragraph: {words}"), Severity: rules.Warning, Fingerprint: "1111111111111111",
				Span: span(t, d, "Le port de Brest « rouvre » ses quais aux ferries", 2), Vars: map[string]checks.Said{"words": {Words: "Le port de Brest « rouvre » ses quais aux ferries"}},
				Because: []checks.Evidence{{Span: span(t, d, "Le port de Brest « rouvre » ses quais aux ferries", 1), Note: "first"}},
			},
			{
				Rule: rule("event-date", "{subject} : {said:on} selon le texte, {known:on} selon le livre", "{subject}: {said:on} in the text, {known:on} in the book"), Severity: rules.Error, Fingerprint: "2222222222222222",
				Span: span(t, d, "avril 2022", 1), About: span(t, d, "l’adhésion de la Finlande à l’Otan", 1),
				Vars:        map[string]checks.Said{"subject": {Entity: finland}, "said": {Period: date(t, "2022-04")}, "known": {Period: date(t, "2023-04-04")}},
				Because:     []checks.Evidence{{Fact: accession}},
				Suggestions: []string{"avril 2023"},
			},
			{
				Rule: rule("acronym-variant", "deux graphies : {words}", "two spellings: {words}"), Severity: rules.Note, Fingerprint: "3333333333333333",
				Span: span(t, d, "OTAN", 1), Vars: map[string]checks.Said{"words": {Words: "OTAN"}, "other": {Words: "Otan"}},
				Because: []checks.Evidence{{Span: span(t, d, "Otan", 1), Note: "other"}}, Suggestions: []string{"Otan"},
			},
		},
	}
}

// ferry is an English story of an archive, with a title, wide and combining
// characters, and what could steer a terminal.
func ferry(t *testing.T, b *rules.Book) checks.Result {
	d := text.NewStory("ferry-7", "Ferry with 312 aboard docks at 東京", "The ferry 🛳️ さんふらわあ docked at 東京港 on Sunday with 321 passengers aboard, the cafe\u0301 chain Noe\u0308l\u202e said, \x1b[31mred\x1b[0m and\ttabbed, "+
		strings.Repeat("while the harbour master looked on and on ", 12)+"until the passengers, numbering 312, had gone ashore.\r\nA second ferry followed.")
	d.Lang, d.File, d.FileLine = "en", "archive.jsonl", 2
	people := rule("number-conflict", "{unit} : {said}, puis {known}", "{unit}: {said}, then {known}")
	return checks.Result{
		Document:    d,
		Publication: checks.Publication{Origin: checks.Window, Window: date(t, "2019-05-01/2024-10-01")},
		Findings: []checks.Finding{
			{
				Rule: people, Severity: rules.Warning, Fingerprint: "4444444444444444", Span: span(t, d, "312", 1), About: span(t, d, "aboard", 1),
				Vars:    map[string]checks.Said{"unit": {Words: "passengers"}, "said": {Number: 312}, "known": {Number: 45321.5}, "other": {Words: "321"}},
				Because: []checks.Evidence{{Span: span(t, d, "321 passengers", 1), Note: "other"}}, Suggestions: []string{"321", "45,321.5"},
			},
			{
				Rule: people, Severity: rules.Warning, Fingerprint: "5555555555555555", Span: span(t, d, "さんふらわあ", 1), About: span(t, d, "had gone ashore", 1),
				Vars:    map[string]checks.Said{"unit": {Words: d.Text[40:]}, "said": {Number: 1}, "known": {Number: 2}},
				Because: []checks.Evidence{{Span: span(t, d, "Noe\u0308l", 1)}, {Span: span(t, d, "red", 1)}, {Span: span(t, d, "ashore.\r\nA second", 1), Note: "first"}},
			},
		},
	}
}

// misdated is a story with a wrong date, and what follows from it; one reason
// speaks of the faulty words themselves.
func misdated(t *testing.T, b *rules.Book) checks.Result {
	d := text.New("vieux.txt", "Le directeur du port, Yann Kermarec, a reçu le maire, Anne Le Goff.\n\nLe maire a promis une digue avant l’hiver.\n")
	d.Lang = "fr"
	port := &rules.Entity{ID: "port-director", Kind: rules.Office, Title: &rules.Entity{ID: "director", Names: map[string][]string{"fr": {"directeur"}}}, Of: &rules.Entity{ID: "port", Kind: rules.Organisation, Acronyms: map[string][]string{"fr": {"PdB"}}}}
	held := &rules.Fact{ID: "port-director/yann-kermarec/2009", Subject: port, Relation: rules.Holds, Value: rules.Value{Entity: &rules.Entity{ID: "yann-kermarec", Kind: rules.Person, Names: map[string][]string{"fr": {"Yann Kermarec"}}}},
		During: date(t, "2009-03-01/2014-10"), Sources: []string{"annuaire du port"}, Origin: rules.Origin{File: "rules/facts/offices/port.toml", Line: 7}}
	holder := rule("office-holder", "", "")
	holder.Title = map[string]string{"fr": "titulaire erroné d'une fonction"}
	return checks.Result{
		Document:    d,
		Publication: checks.Publication{Period: date(t, "2025-03"), Origin: checks.Given, Window: date(t, "2009-03-01/2014-10")},
		Findings: []checks.Finding{{
			Rule: rule("publication-window", "daté {said:of} ; le texte se lit comme écrit {known}", "dated {said:of}; the text reads as written {known}"), Severity: rules.Warning, Fingerprint: "6666666666666666",
			Span: span(t, d, "directeur du port", 1), Vars: map[string]checks.Said{"said": {Period: date(t, "2025-03")}, "known": {Period: date(t, "2009-03-01/2014-10")}, "other": {Words: "encore"}},
			Because: []checks.Evidence{
				{Fact: held}, {Span: span(t, d, "directeur du port", 1), Note: "other"}, {Span: span(t, d, "hiver", 1), Note: "other"},
				{Span: span(t, d, "Yann Kermarec", 1), Rule: holder}, {Span: span(t, d, "le maire, Anne Le Goff", 1), Rule: holder},
			},
		}},
	}
}

func quay(t *testing.T, b *rules.Book) checks.Result {
	d := text.New("ok.txt", "Rien de neuf au port.\n")
	d.Lang = "fr"
	return checks.Result{Document: d, Publication: checks.Publication{Origin: checks.None}}
}

func broken() checks.Result {
	return checks.Result{Document: &text.Document{Name: "archive.jsonl", File: "archive.jsonl", FileLine: 3}, Err: &source.Error{Line: 3, Message: `the line has no "text"`}}
}
