package source

import (
	"strings"
	"testing"
	"time"
)

const newsML1 = `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="2" standard="NewsML-G2" xml:lang="en-GB">
 <catalogRef href="http://example.org/catalog.xml"/>
 <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2023-01-30T10:00:00+01:00</versionCreated><pubStatus qcode="stat:usable"/><title>slug the</title></itemMeta>
 <contentMeta><contentCreated>2023-01-29</contentCreated><by>A. Writer</by><headline>The end &amp; all</headline><description role="drol:caption">The map.</description><description role="drol:summary">What it was.</description></contentMeta>
 <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>The x</title></head><body>
  <h2>The rest</h2><p>The <b>w</b>ar ended.<br/>It did.</p><![CDATA[<the>]]><figure><figcaption>The map.</figcaption></figure></body></html></inlineXML></contentSet>
</newsItem>`

const nitf1 = `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://example.org/nitf.dtd">
<nitf><head><title>The x</title><docdata management-status="canceled"><date.issue norm="20230130T1000Z"/><doc-id id-string="y"/></docdata></head>
<body><body.head><hedline><hl1>The end</hl1><hl2>Of it</hl2></hedline><byline>By <person>A. Writer</person><bytag>The paper</bytag></byline><dateline><location>IN</location></dateline><abstract><p>What it was.</p></abstract></body.head>
<body.content><block><p>The war of the <em>city</em> ended.</p><media><media-caption>The map.</media-caption></media><p>It was in.</p></block></body.content><body.end><tagline>the x</tagline></body.end></body></nitf>`

func TestXML(t *testing.T) {
	for _, c := range []struct{ what, raw, want string }{
		{"NewsML-G2", newsML1, "en 2023-01-30 | @A. Writer | #The end & all ← The end &amp; all | ^What it was. | #The rest | The war ended.\nIt did. ← The <b>w</b>ar ended.<br/>It did. | <the>"},
		{"NITF", nitf1, "en 2023-01-30 | #The end | #Of it | @By A. Writer\nThe paper ← By <person>A. Writer</person><bytag>The paper | @IN | ^What it was. | The war of the city ended. ← The war of the <em>city</em> ended. | It was in. ! its publication status is canceled"},
		{"embargo", `<newsItem><itemMeta><versionCreated>2023-01-30</versionCreated><embargoed>2023-02-01T00:00:00Z</embargoed></itemMeta><contentSet><inlineXML><p>The end.</p></inlineXML></contentSet></newsItem>`, "en 2023-02-01 | The end. ! under embargo until 2023-02-01T00:00:00Z"},
		{"plain words", "<newsItem><contentSet><inlineData contenttype='text/plain'>The end\nof it.\n\nThe war.\r\n\r\nThe in.</inlineData></contentSet></newsItem>", "en  | The end\nof it. | The war. | The in."},
		{"HTML as words", "<newsItem><contentSet><inlineData contenttype='text/html'><![CDATA[<h2>The end</h2><p>The w&aacute;r<br>in.<p>Of]]></inlineData></contentSet></newsItem>", "en  | #The end | The wár\nin. ← The w&aacute;r<br>in. | Of"},
		{"other XML", "<?xml version='1.0'?><notes><p>The</p></notes>", "  ERROR this is XML, but neither NewsML-G2 nor NITF"},
		{"broken", "<newsItem>\n<p", "  ERROR line 2: the XML is broken: unexpected EOF"},
		{"entities of its own", "<?xml version='1.0'?>\n<!DOCTYPE nitf [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>\n<nitf><body><p>&a;</p></body></nitf>", "  ERROR line 2: the XML declares entities of its own, which are not followed; put what they stand for in their place"},
		{"unknown entity", "<nitf><body><p>The &nosuch; of &#233; in.</p></body></nitf>", "en  | The &nosuch; of é in. ← The &nosuch; of &#233; in."},
	} {
		t.Run(c.what, func(t *testing.T) {
			got := read("a.xml", c.raw, Options{})
			if len(got) != 1 {
				t.Fatalf("%d stories", len(got))
			}
			if got := placed(got[0]); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			sound(t, got[0])
		})
	}
}

func TestSeveralItems(t *testing.T) {
	item := strings.TrimPrefix(newsML1, `<?xml version="1.0" encoding="UTF-8"?>`)
	raw := "<newsMessage xml:lang='en'><itemSet>" + item + strings.Replace(item, "urn:x:1", "urn:x:2", 1) + "</itemSet></newsMessage>"
	got := read("a.xml", raw, Options{})
	if len(got) != 2 || got[0].Document.Name != "urn:x:1" || got[1].Document.Name != "urn:x:2" {
		t.Fatalf("%d stories", len(got))
	}
	want := strings.LastIndex(raw, "The end &amp;")
	if at := got[1].Document.Place(got[1].Document.Paragraphs[1].Start); at.Byte != want || at.Line != 1+strings.Count(raw[:want], "\n") {
		t.Errorf("the second headline stands at %+v", at)
	}
}

// XML that no writer wrote ends in an error, or in a story, and soon.
func TestTangledXML(t *testing.T) {
	const n = 200_000
	lol := "<!DOCTYPE nitf [<!ENTITY a 'lol'>"
	for c := 'b'; c < 'k'; c++ {
		lol += "<!ENTITY " + string(c) + " '" + strings.Repeat("&"+string(c-1)+";", 10) + "'>"
	}
	for what, raw := range map[string]string{
		"nested":     "<nitf><body>" + strings.Repeat("<p>", n),
		"bomb":       lol + "]><nitf><body><p>&j;</p></body></nitf>",
		"ends":       "<nitf>" + strings.Repeat("</x>", n),
		"siblings":   "<nitf><body>" + strings.Repeat("<p>x</p>", n) + "</body></nitf>",
		"items":      "<newsMessage>" + strings.Repeat("<newsItem/>", 2000) + "</newsMessage>",
		"attributes": "<nitf " + strings.Repeat("a='b' ", n) + "/>",
		"directive":  "<!DOCTYPE " + strings.Repeat("<", n),
	} {
		start := time.Now()
		got := read("a.xml", raw, Options{})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", what, took)
		}
		if len(got) == 0 {
			t.Errorf("%s: no story", what)
		}
		if (what == "nested" || what == "bomb") && got[0].Err == nil {
			t.Errorf("%s: no error", what)
		}
	}
}

func FuzzXML(f *testing.F) {
	for _, s := range []string{"", newsML1, nitf1, "<nitf><body><p>a<b>b</p>&eacute;</body></nitf>", "<newsItem><inlineData>a\n\nb", "<nitf><body><![CDATA[x", "<nitf><hl1/>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, s := range read("a.xml", raw, Options{MaxSize: 1 << 16}) {
			sound(t, s)
		}
	})
}
