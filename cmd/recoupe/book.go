package main

import "recoupe/rules"

// book loads what is known.
func (p *program) book() (*rules.Book, error) { return rules.Load(rules.Embedded) }
