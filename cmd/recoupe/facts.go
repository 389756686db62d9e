package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"recoupe/cmd/recoupe/report"
	"recoupe/rules"
	"recoupe/rules/calendar"
)

func (p *program) facts() *cobra.Command {
	c := &cobra.Command{
		Use:   "facts",
		Short: "Look into the book: list, search and count facts, check tables",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(p.factsList(), p.factsSearch(), p.factsShow(), p.factsAsOf(), p.factsStats(), p.factsCheck(), p.factsDue())
	return c
}

// asked is a command that asks the book, and tells its answer to people or programs.
func (p *program) asked(use, short string, args cobra.PositionalArgs, run func(args []string, o report.Options) error) *cobra.Command {
	var f bookFlags
	format := "text"
	c := &cobra.Command{
		Use: use, Short: short, Args: args,
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("--format: there is no format %q for the book; want text or json", format)
			}
			return p.withBook(f, func(o report.Options) error {
				o.JSON = format == "json"
				return run(args, o)
			})
		},
	}
	f.add(c)
	c.Flags().StringVar(&format, "format", "text", "`format`: text or json")
	return c
}

func (p *program) factsList() *cobra.Command {
	return p.asked("list [WORD]", "List the facts that hold a word, or all", cobra.MaximumNArgs(1), func(args []string, o report.Options) error {
		word := strings.Join(args, " ")
		listed, err := report.Facts(p.out, word, o)
		if err == nil && listed == 0 {
			p.complain("no fact holds %q", word)
		}
		return err
	})
}

func (p *program) factsSearch() *cobra.Command {
	return p.asked("search WORDS…", "Find who or what goes by a name", some("words of a name"), func(args []string, o report.Options) error {
		words := strings.Join(args, " ")
		found, err := report.Found(p.out, words, o)
		if err == nil && found == 0 {
			p.complain("nobody and nothing goes by %q", words)
		}
		return err
	})
}

func (p *program) factsShow() *cobra.Command {
	return p.asked("show ID", "Tell what the book holds of an id, and which table says so", one(`id; "recoupe facts search NAME" finds them`), func(args []string, o report.Options) error {
		shown, err := report.Show(p.out, args[0], o)
		if err == nil && !shown {
			ids := entityIDs(o.Book)
			for _, fact := range o.Book.Facts() {
				ids = append(ids, fact.ID)
			}
			return noSuch("entity or fact", args[0], ids)
		}
		return err
	})
}

func (p *program) factsAsOf() *cobra.Command {
	between := func(_ *cobra.Command, args []string) error {
		if len(args) < 1 || len(args) > 2 {
			return fmt.Errorf("want a date, and perhaps the id of an entity")
		}
		return nil
	}
	return p.asked("as-of DATE [ENTITY]", "List what was true on a day, in a month or a year, of all or of one", between, func(args []string, o report.Options) error {
		during, err := period(args[0])
		if err != nil {
			return err
		}
		var about *rules.Entity
		if len(args) > 1 {
			if about = o.Book.Entity(args[1]); about == nil {
				return noSuch("entity", args[1], entityIDs(o.Book))
			}
		}
		listed, err := report.AsOf(p.out, during, about, o)
		if err == nil && listed == 0 {
			p.complain("the book tells nothing of %s", strings.Join(args[len(args)-1:], ""))
		}
		return err
	})
}

func (p *program) factsStats() *cobra.Command {
	return p.asked("stats", "Count what the book holds", cobra.NoArgs, func(_ []string, o report.Options) error {
		return report.Stats(p.out, o)
	})
}

func (p *program) factsDue() *cobra.Command {
	var age, date string
	c := p.asked("due", "List the tables that were checked too long ago", cobra.NoArgs, func(_ []string, o report.Options) error {
		days, err := ageInDays(age)
		if err != nil {
			return err
		}
		now, err := period(date)
		if err != nil {
			return fmt.Errorf("--date %w", err)
		}
		_, err = report.Due(p.out, now.First()-days, o)
		return err
	})
	c.Flags().StringVar(&age, "older-than", "180d", "`age` of a table that is due: 90d, 12w, 6m or 1y")
	c.Flags().StringVar(&date, "date", "today", "`date` from which the age is counted")
	return c
}

// ageInDays reads an age such as 90d, 12w, 6m or 1y, a month being thirty days.
func ageInDays(s string) (calendar.Day, error) {
	units := map[string]int{"d": 1, "w": 7, "m": 30, "y": 365}
	if s != "" {
		n, err := strconv.Atoi(s[:len(s)-1])
		if unit := units[s[len(s)-1:]]; err == nil && n >= 0 && n < 10000 && unit > 0 {
			return calendar.Day(n * unit), nil
		}
	}
	return 0, fmt.Errorf("--older-than: %q is no age; want a number with d, w, m or y: 90d, 12w, 6m, 1y", s)
}

// period reads a date in EDTF, or today.
func period(s string) (calendar.Period, error) {
	date := s
	if s == "today" {
		date = time.Now().Format(time.DateOnly)
	}
	during, err := calendar.ParsePeriod(date)
	if err != nil {
		return during, fmt.Errorf("%s: %w, or today", s, err)
	}
	return during, nil
}

func entityIDs(b *rules.Book) []string {
	var ids []string
	for _, e := range b.Entities() {
		ids = append(ids, e.ID)
	}
	return ids
}

// some wants one argument or more.
func some(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return fmt.Errorf("want %s", what)
		}
		return nil
	}
}

func (p *program) factsCheck() *cobra.Command {
	var f bookFlags
	c := &cobra.Command{
		Use:   "check [DIR]…",
		Short: "Read the tables of folders, with the book, and tell every fault in them",
		RunE: func(_ *cobra.Command, dirs []string) error {
			f.facts = append(f.facts, dirs...)
			return p.withBook(f, func(o report.Options) error {
				problems := o.Book.Check()
				for _, problem := range problems {
					if _, err := fmt.Fprintln(p.out, problem); err != nil {
						return err
					}
				}
				if len(problems) > 0 {
					p.status = found
					return nil
				}
				entities, facts := o.Book.Size()
				_, err := fmt.Fprintf(p.out, "%d entities, %d facts: nothing to mend\n", entities, facts)
				return err
			})
		},
	}
	f.add(c)
	return c
}
