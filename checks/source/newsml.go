package source

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"recoupe/checks/text"
)

// The vocabulary of NewsML-G2 and NITF, as far as it tells prose from the rest.
var (
	xmlBlocks = set(`p hl1 hl2 h1 h2 h3 h4 h5 h6 headline li td th dt dd blockquote bq byline by dateline lead abstract subheadline description
		body body.head body.content body.end hedline block ul ol dl table tr hr div section article pre inlineData inlineXML caption`)
	// xmlSilent hold words that are no prose of the story.
	xmlSilent = set(`head script style media figure figcaption caption credit tagline bibliography distributor copyright note rights assert
		rightsInfo catalog catalogRef remoteContent remoteInfo concept`)
	// xmlValues declare by their words; the first that is told counts.
	xmlValues = set("versionCreated contentCreated contentModified firstCreated embargoed")
	xmlRoles  = map[string]text.Role{
		"hl1": text.Headline, "hl2": text.Headline, "headline": text.Headline, "subheadline": text.Standfirst, "abstract": text.Standfirst,
		"h1": text.Headline, "h2": text.Headline, "h3": text.Headline, "h4": text.Headline, "h5": text.Headline, "h6": text.Headline,
		"lead": text.Standfirst, "description": text.Standfirst, "byline": text.Byline, "by": text.Byline, "dateline": text.Byline,
	}
)

func (x *newsXML) start(t xml.StartElement) {
	name, depth := t.Name.Local, len(x.open)
	if x.item == nil {
		switch name {
		case "newsItem", "nitf":
			x.item = &item{page: newPage(x.src), root: depth, values: map[string]string{}}
			x.values["id"] = attrOf(t, "guid")
		default:
			x.lang = cmp.Or(x.lang, attrOf(t, "lang"))
			return
		}
	}
	x.declares(t)
	if xmlValues[name] {
		x.capture = name
	}
	if x.hidden > 0 {
		return
	}
	if xmlSilent[name] || name == "description" && !strings.Contains(attrOf(t, "role"), "sum") {
		x.hidden = depth
		return
	}
	if xmlBlocks[name] {
		x.close(x.role, true)
	}
	switch {
	case x.reading > 0:
	case name == "body" || name == "inlineXML" || name == "inlineData":
		x.reading = depth
		x.hyper = name == "inlineData" && strings.Contains(attrOf(t, "contenttype"), "html")
	case slices.Contains(x.open, "contentMeta") && (name == "headline" || name == "by" || name == "description"):
		x.reading = depth
	}
	if role, ok := xmlRoles[name]; ok {
		x.role = role
	}
	if name == "br" || name == "bytag" {
		x.breakLine()
	}
}

// declares takes what attributes say.
func (x *newsXML) declares(t xml.StartElement) {
	keep := func(key, value string) {
		if x.values[key] == "" {
			x.values[key] = value
		}
	}
	switch name := t.Name.Local; name {
	case "pubStatus":
		_, status, _ := strings.Cut(attrOf(t, "qcode"), ":")
		keep("status", status)
	case "docdata":
		keep("status", attrOf(t, "management-status"))
	case "language":
		keep("lang", attrOf(t, "tag"))
	case "newsItem", "nitf", "body", "html", "inlineXML", "inlineData":
		keep("lang", attrOf(t, "lang"))
	case "date.issue", "date.release", "story.date":
		keep(name, compact(attrOf(t, "norm")))
	case "pubdata":
		keep(name, compact(attrOf(t, "date.publication")))
	case "doc-id":
		keep("id", attrOf(t, "id-string"))
	}
}

// compact spells a date out that is written without hyphens, as NITF does.
func compact(date string) string {
	if len(date) < 8 || strings.Trim(date[:8], "0123456789") != "" {
		return date
	}
	return date[:4] + "-" + date[4:6] + "-" + date[6:8]
}

func (x *newsXML) end(name string) {
	if x.item != nil && x.capture == name {
		x.capture = ""
	}
	i := len(x.open) - 1
	for i >= 0 && x.open[i] != name {
		i--
	}
	if i < 0 {
		return // of nothing that was begun
	}
	if x.item != nil {
		if x.hidden > i {
			x.hidden = 0
		} else if x.hidden == 0 && xmlBlocks[name] {
			x.close(x.role, true)
		}
		if _, ok := xmlRoles[name]; ok && x.hidden == 0 {
			x.role = text.Body
		}
		if x.reading > i {
			x.reading = 0
		}
		if x.root > i {
			x.finish()
		}
	}
	x.open = x.open[:i]
}

// finish makes the story of an item that ends.
func (x *newsXML) finish() {
	if x.item == nil {
		return
	}
	v := x.values
	x.close(x.role, true)
	s := Story{}
	title, author := x.first(text.Headline), x.first(text.Byline)
	s.Document = x.document(cmp.Or(v["id"], x.name))
	s.Document.File = x.name
	embargo := v["embargoed"]
	date := cmp.Or(embargo, v["versionCreated"], v["contentModified"], v["contentCreated"], v["firstCreated"],
		v["date.issue"], v["story.date"], v["date.release"], v["pubdata"])
	x.o.declare(&s, cmp.Or(v["lang"], x.lang), date, title)
	s.declareAuthor(author)
	s.standing(v["status"], embargo)
	x.stories = append(x.stories, s)
	x.item = nil
}

// standing notes what forbids a story to be published as it is.
func (s *Story) standing(status, embargo string) {
	if embargo != "" {
		s.Notes = append(s.Notes, "under embargo until "+embargo)
	}
	switch status = strings.ToLower(status); status {
	case "", "usable":
	default:
		s.Notes = append(s.Notes, "its publication status is "+status)
	}
}

// first is the first block of a role, before the document is made.
func (p *page) first(role text.Role) string {
	for _, b := range p.blocks {
		if b.Role == role {
			return p.words.String()[b.Start:b.End]
		}
	}
	return ""
}

func attrOf(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}
