"""The book's style: reading devices have their own fonts and colours, so that there are none here."""

STYLE = """
h1, h2 { line-height: 1.25; text-align: start; hyphens: none; }
h1 { font-size: 1.4em; }
h2 { font-size: 1.1em; margin: 1.4em 0 .5em; }
article p { margin: 0; text-indent: 1.2em; }
article h2 + p, article blockquote p:first-child, article div + p { text-indent: 0; }
article .dateline, article .signed { margin: .6em 0; text-align: end; text-indent: 0; }
article .salute, article .seg, article .fw { margin: .3em 0; text-indent: 0; }
article .seg, article .fw { font-size: .9em; }
article { margin: 1.2em 0; }
.item { display: block; margin-inline-start: 1.2em; }
.facts { font-size: .85em; margin: 1em 0; overflow-wrap: anywhere; }
.facts dt { font-weight: bold; }
.facts dd { margin: 0 0 .3em; }
blockquote { margin: .8em 0 .8em 1.5em; }
sup { font-size: .75em; line-height: 0; }
a { color: inherit; text-decoration: none; }
sup a, .facts a { text-decoration: underline; }
.doubt { text-decoration: underline dotted; }
ins, .pb { text-decoration: none; font-size: .85em; }
i.foreign { font-style: italic; }
.notes { border-top: 1px solid; margin-top: 1.5em; font-size: .85em; }
.notes p { margin: .4em 0; }
.register { font-size: .85em; }
.register ul { list-style: none; margin: 0; padding: 0; }
.register li { margin: .2em 0 .2em 1em; text-indent: -1em; }
"""
