"""The page's style: notes beside the text where there is room, below it where there is not; dark and printed."""

STYLE = """
:root { color-scheme: light dark; --ink: #1c1b19; --paper: #fdfcf9; --faint: #5f5a52; --line: #d8d3c8; --link: #1d4f91; --mark: #fff2c4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e4dc; --paper: #191816; --faint: #aaa397; --line: #423e38; --link: #9cc2f5; --mark: #4a3f16; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; color: var(--ink); background: var(--paper); font: 1.05rem/1.6 Georgia, "Noto Serif", serif; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.2rem; }
.facts dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; padding: .8rem 0; border-block: 1px solid var(--line); }
.facts dt { color: var(--faint); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.row { max-width: 44rem; }
.notes, .numbers, .places, footer, .lost { font-size: .88rem; color: var(--faint); }
.notes { border-inline-start: 2px solid var(--line); padding-inline-start: .8rem; }
.note { margin: .3rem 0; }
sup { line-height: 0; }
sup a { padding: 0 .15em; text-decoration: none; }
.note > sup { margin-inline-end: .3em; }
.dateline, .signed { text-align: end; }
.seg { margin: .2rem 0; font-variant-caps: all-small-caps; }
.fw, .pb { color: var(--faint); font-size: .85rem; }
blockquote { margin-inline: 1.5rem 0; }
q { quotes: none; }
article a.persName, article a.placeName, article a.orgName, article a.rs, article a.term {
  color: inherit;
  text-decoration: underline 1px solid var(--line);
}
.doubt { text-decoration: underline 2px dotted #b3541e !important; text-underline-offset: .2em; }
ins { text-decoration: none; color: var(--faint); }
.card { padding: .5rem 0; border-block-start: 1px solid var(--line); break-inside: avoid; }
.card p { margin: .1rem 0; overflow-wrap: anywhere; }
:target { background: var(--mark); scroll-margin-top: 2rem; }
svg { width: 100%; max-height: 20rem; border: 1px solid var(--line); }
svg path { stroke: var(--line); fill: none; }
svg circle { fill: var(--link); }
aside { columns: 20rem; margin-block-start: 2rem; }
footer { margin-block-start: 2rem; border-block-start: 1px solid var(--line); overflow-wrap: anywhere; }
@media (min-width: 60rem) {
  .row { display: grid; grid-template-columns: 40rem 1fr; column-gap: 2rem; max-width: none; align-items: start; }
  .row > .notes { margin-block-start: 1rem; }
}
@media print {
  :root { --ink: #000; --paper: #fff; --faint: #333; --line: #999; --link: #000; }
  body { max-width: none; font-size: 11pt; }
  .skip, .places { display: none; }
  .row { display: block; }
  a { text-decoration: none; }
}
"""
