package desk

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/checks/text"
	"recoupe/rules/calendar"
)

// A Mark lets findings stand: stet event-date "février 2017" until 2026-12-31: quoted
// from the 2017 report.
type Mark struct {
	Rules  []string
	Words  []string      // of the findings it means; none: whatever the words
	Prints []string      // fingerprints of those it means
	Until  calendar.Date // the last day it holds; zero: for good
	Reason string

	Said   string    // the mark as it stands, without its reason
	Place  string    // of one beside the story: file:line
	Span   text.Span // of one in the story
	scope  text.Span // what it covers there
	beside bool

	used bool
}

// quotes are the marks that words may stand between.
var quotes = map[rune]rune{'"': '"', '«': '»', '“': '”', '„': '”', '‘': '’'}

// Parse reads a mark, the word stet taken away.
func Parse(words string) (*Mark, error) {
	m := &Mark{}
	rest := strings.TrimSpace(words)
	head := rest
	for {
		rest = strings.TrimLeft(rest, " \t,\u00a0\u202f")
		r, n := utf8.DecodeRuneInString(rest)
		switch shut, quoted := quotes[r]; {
		case rest == "", r == ':', strings.HasPrefix(rest, "--"), r == '—', r == '–':
			m.Reason = strings.TrimSpace(strings.TrimLeft(rest, ":-—– \u00a0\u202f"))
			m.Said = strings.TrimSpace("stet " + strings.TrimSpace(head[:len(head)-len(rest)]))
			if len(m.Rules)+len(m.Prints) == 0 {
				return m, fmt.Errorf("%s names no rule; want stet RULE: reason", m.Said)
			}
			return m, nil
		case quoted:
			end := strings.IndexRune(rest[n:], shut)
			if end < 0 {
				return m, fmt.Errorf("stet %s: the quotation mark is not closed", head)
			}
			m.Words = append(m.Words, strings.TrimFunc(rest[n:n+end], unicode.IsSpace))
			rest = rest[n+end+utf8.RuneLen(shut):]
		default:
			end := strings.IndexAny(rest, " \t,:")
			if end < 0 {
				end = len(rest)
			}
			word := rest[:end]
			if rest = rest[end:]; word != "until" {
				m.name(word)
				continue
			}
			rest = strings.TrimLeft(rest, " \t")
			day, after := cutWord(rest)
			until, err := calendar.ParseDate(day)
			if err != nil {
				return m, fmt.Errorf("stet %s: until %w", head, err)
			}
			m.Until, rest = until, after
		}
	}
}

func cutWord(s string) (word, rest string) {
	end := strings.IndexAny(s, " \t,:")
	if end < 0 {
		return s, ""
	}
	return s[:end], s[end:]
}

// name takes a word for a fingerprint or a rule.
func (m *Mark) name(word string) {
	if len(word) == 16 && strings.Trim(word, "0123456789abcdef") == "" {
		m.Prints = append(m.Prints, word)
		return
	}
	m.Rules = append(m.Rules, word)
}

// means reports whether a finding is one that the mark speaks of.
func (m *Mark) means(rule, print, words string, at text.Span) bool {
	if slices.Contains(m.Prints, print) {
		return true
	}
	if !slices.Contains(m.Rules, rule) || !m.beside && !m.scope.Touches(at) {
		return false
	}
	said := text.Fold(words)
	return len(m.Words) == 0 || slices.ContainsFunc(m.Words, func(w string) bool {
		w = text.Fold(w)
		return strings.Contains(said, w) || strings.Contains(w, said) && said != ""
	})
}

// expired reports whether the mark held until a day before today.
func (m *Mark) expired(today calendar.Day) bool { return !m.Until.IsZero() && m.Until.Last() < today }
