"""What the theme leaves undone for those who read with a keyboard or a screen reader, done in the pages that Sphinx has written."""

import re
from pathlib import Path

MENDED = (
    (r'<p class="caption" role="heading">', r'<p class="caption" role="heading" aria-level="2">'),
    (r'<aside class="(sidebar-drawer)">', r'<aside class="\1" aria-label="All pages">'),
    (r'<aside class="(toc-drawer[^"]*)">', r'<aside class="\1" aria-label="On this page">'),
    # what scrolls must be reached
    (r"<pre>", r'<pre tabindex="0">'),
    # a table without headings has none that say nothing
    (r'<th class="head"><p></p></th>', r'<td class="head"></td>'),
)


def mend(site: Path) -> None:
    """Mend the pages of a site; those of telegrams, which the program made, are whole."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if '"sidebar-drawer"' in text:
            for wrong, right in MENDED:
                text = re.sub(wrong, right, text)
            page.write_text(text, encoding="utf-8")
