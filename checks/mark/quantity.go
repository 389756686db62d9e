package mark

import "recoupe/checks/text"

// A Quantity is a number with what it counts: "une centaine de blessés",
// "entre 12 et 15 %", "2,9 millions d'euros".
type Quantity struct {
	text.Span             // the number and its unit
	First, Last int       // tokens, Last excluded
	Low, High   float64   // equal when one number was said
	Unit        string    // id of the unit: percent, euro, kilometre; empty for things counted
	Of          text.Span // the head noun and its complement, when things are counted
	Approximate bool      // "près de", "une centaine"
	Step        float64   // size of the last digit written: 2,9 millions: 100000
}

func (m *Marks) findQuantities() {}
