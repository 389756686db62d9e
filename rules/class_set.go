package rules

// A ClassSet is a set of the word classes that are asked for at every word of a
// text, a bit for each: one look tells whether a word is in any of several. All
// other classes are asked for by name.
type ClassSet uint64

// The classes that have a bit, and their names in the tables of languages.
const (
	ClassAbout ClassSet = 1 << iota
	ClassAboutAfter
	ClassActing
	ClassAddress
	ClassAnd
	ClassArticle
	ClassAuxiliary
	ClassBetween
	ClassBy
	ClassCivility
	ClassClitic
	ClassComplement
	ClassCoordinator
	ClassDateLink
	ClassElect
	ClassFormer
	ClassFrom
	ClassGenitive
	ClassInVerb
	ClassInstitution
	ClassLasting
	ClassMonth
	ClassNegation
	ClassNotVerb
	ClassNumeral
	ClassOf
	ClassOtherAct
	ClassOver
	ClassParticle
	ClassPassive
	ClassPlain
	ClassPlural
	ClassPossessive
	ClassPremodifier
	ClassPreposition
	ClassPronoun
	ClassSource
	ClassSpeech
	ClassSubordinator
	ClassThat
	ClassThen
	ClassTo
	ClassUnder
	ClassWeekday
)

var classBits = map[string]ClassSet{
	"under":        ClassUnder,
	"over":         ClassOver,
	"about":        ClassAbout,
	"about_after":  ClassAboutAfter,
	"acting":       ClassActing,
	"address":      ClassAddress,
	"and":          ClassAnd,
	"article":      ClassArticle,
	"auxiliary":    ClassAuxiliary,
	"between":      ClassBetween,
	"by":           ClassBy,
	"civility":     ClassCivility,
	"clitic":       ClassClitic,
	"complement":   ClassComplement,
	"coordinator":  ClassCoordinator,
	"date_link":    ClassDateLink,
	"elect":        ClassElect,
	"former":       ClassFormer,
	"from":         ClassFrom,
	"genitive":     ClassGenitive,
	"in_verb":      ClassInVerb,
	"institution":  ClassInstitution,
	"lasting":      ClassLasting,
	"month":        ClassMonth,
	"negation":     ClassNegation,
	"not_verb":     ClassNotVerb,
	"numeral":      ClassNumeral,
	"of":           ClassOf,
	"other_act":    ClassOtherAct,
	"particle":     ClassParticle,
	"passive":      ClassPassive,
	"plain":        ClassPlain,
	"plural":       ClassPlural,
	"possessive":   ClassPossessive,
	"premodifier":  ClassPremodifier,
	"preposition":  ClassPreposition,
	"pronoun":      ClassPronoun,
	"source":       ClassSource,
	"speech":       ClassSpeech,
	"subordinator": ClassSubordinator,
	"that":         ClassThat,
	"then":         ClassThen,
	"to":           ClassTo,
	"weekday":      ClassWeekday,
}
