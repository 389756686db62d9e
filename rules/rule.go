package rules

// A Severity says how much a finding weighs.
type Severity uint8

// Severities. Silent findings are not reported.
const (
	Silent Severity = iota
	Note
	Warning
	Error
)

func (s Severity) String() string { return [...]string{"silent", "note", "warning", "error"}[s] }

// Down is one step less.
func (s Severity) Down() Severity { return max(s, 1) - 1 }

// ParseSeverity reads the word for a severity; ok is false for any other word.
func ParseSeverity(word string) (s Severity, ok bool) {
	for s := Note; s <= Error; s++ {
		if s.String() == word {
			return s, true
		}
	}
	return Silent, false
}

// A Rule is one contradiction worth looking for, as data: rules/catalog/<id>.toml.
type Rule struct {
	ID       string
	Check    string // the check that judges it
	Relation string // what its claims say, for checks against the book
	Severity Severity
	Title    map[string]string            // by language: the fault
	Why      map[string]string            // what it costs the reader
	Message  map[string]string            // said against known, with {variables}
	Notes    map[string]map[string]string // by id and language: what a place of the story is evidence of
	Patterns []*Pattern
	Examples []Example
	Origin   Origin

	settings map[string]any // the check's own knobs
	lines    map[string]int // where each of them stands
}

// A Pattern reads one form in which a language makes the rule's claim.
type Pattern struct {
	Lang     string
	Match    string            // the pattern language, see package pattern
	Set      map[string]string // what the form alone says: voice = "former", sense = "since" …
	Unless   []string          // patterns of words that, right before it, take the claim back
	After    []string          // … right after it; unless_after in the file
	Examples []Example
	Origin   Origin
}

// An Example is a sentence that a rule must flag, or must let stand. In a bad
// one the faulty words stand in [brackets].
type Example struct {
	Lang, Text string
	Bad        bool
	Date       string // publication date, where the sentence needs one
	Title      string // headline, where it needs one
	Origin     Origin
}

// Rule finds a rule by its id; nil when there is none.
func (b *Book) Rule(id string) *Rule {
	for _, r := range b.Rules {
		if r.ID == id {
			return r
		}
	}
	return nil
}
