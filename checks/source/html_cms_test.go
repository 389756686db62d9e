package source

import "testing"

// Pages as the systems of newsrooms lay them out, cut down to what a reader of
// stories can stumble over, with words of our own.
var sites = []struct{ what, raw, want string }{
	{"WordPress, blocks", `<!DOCTYPE html><html lang="en-US"><head><title>The end of the war &#8211; The Site</title>
<meta property="article:published_time" content="2023-01-30T10:00:00+00:00"><meta property="og:title" content="The end of the war"></head>
<body class="post-template-default single"><div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">The Site</a></p><nav class="wp-block-navigation"><ul><li><a>News</a></li></ul></nav></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">The end of the war</h1><div class="wp-block-post-author-name">A. Writer</div><div class="wp-block-post-date"><time datetime="2023-01-30T10:00:00+00:00">January 30, 2023</time></div>
<div class="entry-content wp-block-post-content"><p>The war ended in the city.</p><figure class="wp-block-image"><img src="x"><figcaption class="wp-element-caption">The map of the city.</figcaption></figure><blockquote class="wp-block-quote"><p>It was the end of it.</p></blockquote><p>It was in the rest.</p>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a>Mail</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p>The other end</p></div></div>
<div class="wp-block-comments"><h2>The comments</h2><p>The comment of the reader.</p></div></main><footer class="wp-block-template-part"><p>The Site is the best.</p></footer></div></body></html>`,
		"en 2023-01-30 | #The end of the war | @A. Writer | The war ended in the city. | It was the end of it. | It was in the rest."},
	{"Arc", `<!DOCTYPE html><html lang="en"><head><title>The end of the war | The Site</title><script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"The end of the war","datePublished":"2023-01-30T10:00:00Z"}</script></head>
<body><div id="fusion-app"><header class="b-header-nav-chain"><nav><a>News</a></nav></header><section class="b-right-rail"><main class="b-right-rail__main"><h1 class="b-headline">The end of the war</h1><h2 class="b-subheadline">What it was.</h2><div class="b-byline">By <a>A. Writer</a></div><time class="b-date" datetime="2023-01-30T10:00:00Z">January 30</time>
<article class="b-article-body"><p>The war ended in the city.</p><div class="c-ad b-ads-block"><p>The ad of the day.</p></div><p class="interstitial-link"><a>Read the other</a></p><p>It was the end of it.</p></article></main><aside class="b-right-rail__rail"><h2>The most read</h2><p>The other story.</p></aside></section><footer class="b-footer"><p>The Site.</p></footer></div></body></html>`,
		"en 2023-01-30 | #The end of the war | ^What it was. | The war ended in the city. | It was the end of it."},
	{"Drupal", `<!DOCTYPE html><html lang="fr" dir="ltr"><head><title>La fin de la guerre | Le Site</title><meta name="dcterms.date" content="2023-01-30"></head>
<body><div class="layout-container"><header role="banner"><nav role="navigation"><ul class="menu"><li><a>La une</a></li></ul></nav></header><main role="main"><div class="block-page-title-block"><h1 class="page-title"><span class="field field--name-title">La fin de la guerre</span></h1></div>
<article class="node node--type-article"><div class="node__content"><div class="field field--name-field-image"><img alt="la ville"></div><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item"><p>La guerre est dans la ville.</p><p>Elle est sur la fin.</p></div><div class="field field--name-field-tags"><a>La guerre</a></div></div></article></main><footer role="contentinfo"><p>Le Site est dans la ville.</p></footer></div></body></html>`,
		"fr 2023-01-30 | #La fin de la guerre | La guerre est dans la ville. | Elle est sur la fin."},
	{"Ghost", `<!DOCTYPE html><html lang="en"><head><title>The end of the war</title><meta property="article:published_time" content="2023-01-30T10:00:00.000Z"></head>
<body class="post-template"><div class="gh-viewport"><header id="gh-navigation" class="gh-navigation"><nav><ul class="nav"><li><a>News</a></li></ul></nav></header><main class="gh-main"><article class="gh-article post"><header class="gh-article-header"><h1 class="gh-article-title is-title">The end of the war</h1><p class="gh-article-excerpt">What it was.</p><div class="gh-article-meta"><h4 class="gh-article-author-name"><a>A. Writer</a></h4><time class="gh-article-meta-date" datetime="2023-01-30">Jan 30, 2023</time></div></header>
<section class="gh-content"><p>The war ended in the city.</p><div class="kg-card kg-signup-card"><p>The mail of the day.</p></div><h2 id="x">The rest</h2><p>It was the end of it.</p></section></article></main><footer class="gh-footer"><p>The Site.</p></footer></div></body></html>`,
		"en 2023-01-30 | #The end of the war | ^What it was. | The war ended in the city. | ##The rest | It was the end of it."},
	{"Brightspot", `<!DOCTYPE html><html lang="en"><head><title>The end of the war | The Site</title><meta property="article:published_time" content="2023-01-30T10:00:00"></head>
<body class="Page-body"><bsp-header class="PageHeader"><nav><a>News</a></nav></bsp-header><main class="Page-main"><div class="StoryPage"><h1 class="Page-headline">The end of the war</h1><div class="Page-byline"><span class="Page-authors">By A. Writer</span></div><div class="RichTextStoryBody RichTextBody"><p>CITY (S) — The war ended in the city.</p><div class="Advertisement"><p>The ad of the day.</p></div><p>It was the end of it.</p><div class="PageListEnhancementGeneric"><h2>The related</h2><ul><li><a>The other</a></li></ul></div></div></div></main><footer class="Page-footer"><p>The Site.</p></footer></body></html>`,
		"en 2023-01-30 | #The end of the war | @By A. Writer | CITY (S) — The war ended in the city. | It was the end of it."},
}

func TestSites(t *testing.T) {
	for _, c := range sites {
		got := read("a.html", c.raw, Options{})
		if len(got) != 1 {
			t.Fatalf("%s: %d stories", c.what, len(got))
		}
		if got := placed(got[0]); got != c.want {
			t.Errorf("%s:\ngot  %q\nwant %q", c.what, got, c.want)
		}
		sound(t, got[0])
	}
}
