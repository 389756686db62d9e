package checks

import "recoupe/rules"

// earshot is how many times away a time may still say something of another. No
// story of a newspaper has so many; in a book-long one it keeps the cost of a
// claim where it is.
const earshot = 200

// timesAround is the range of the story's times that lie within earshot of a token.
func (r *Reading) timesAround(token int) (from, to int) {
	i := r.TimeFrom(token)
	return max(0, i-earshot), min(len(r.When), i+earshot)
}

// anywhere reports whether the story holds a phrase of a class. The story is
// asked once.
func (r *Reading) anywhere(class string) bool {
	if holds, asked := r.holds[class]; asked {
		return holds
	}
	if r.holds == nil {
		r.holds = map[string]bool{}
	}
	for i := range r.Tokens {
		if r.ClassAt(i, class) > 0 {
			r.holds[class] = true
			return true
		}
	}
	r.holds[class] = false
	return false
}

// firstNamed is the token at which the story first names an entity, itself or as
// that of an office, and whether it does.
func (r *Reading) firstNamed(e *rules.Entity) (token int, ok bool) {
	if r.first == nil {
		r.first = map[*rules.Entity]int{}
		for i := len(r.Mentions) - 1; i >= 0; i-- {
			m := &r.Mentions[i]
			for _, e := range m.Entities {
				r.first[e] = m.First
			}
			for _, e := range m.Of {
				r.first[e] = m.First
			}
		}
	}
	token, ok = r.first[e]
	return token, ok
}

// firstStranger is the token at which the story first names somebody whom the
// book does not know; the number of tokens where it never does.
func (r *Reading) firstStranger() int {
	if !r.strangerRead {
		r.strangerRead, r.stranger = true, len(r.Tokens)
		for _, n := range r.Names {
			if !n.Starts && len(r.MentionsIn(n.First, n.Last)) == 0 {
				r.stranger = n.First
				break
			}
		}
	}
	return r.stranger
}
