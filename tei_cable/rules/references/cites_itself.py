"""Telegrams that cite themselves."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.names import T
from tei_cable.text.regex import regex

_MINE = regex(r"(?i)(?:my|our|mon|notre|mein|mytel|ourtel)\w*\b")


class CitesItself(Rule):
    """A telegram cites its sender's telegram of its own number.

    Why: “my telegram 2285” in telegram 2285 is a slip of the sender, or one of the two numbers is misread.

    Wrong:

        <div type="telegram" n="2285"><p>As I said in <ref type="telegram" n="2285">my telegram 2285</ref>, we met.</p></div>

    Right:

        <div type="telegram" n="2285">
        <p>As <ref type="telegram" n="2285">your telegram 2285</ref> and <ref type="telegram" n="2280">mytel 2280</ref> say, we met.</p></div>
    """

    kind = Code("R006", "cites-itself", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each such reference outside of notes."""
        for div in document.named("div"):
            own = div.get("n") if div.get("type") == "telegram" else None
            for e in div.iter(T + "ref") if own else ():
                if e.get("type") == "telegram" and e.get("n") == own and next(e.iterancestors(T + "note", T + "floatingText"), None) is None:
                    words = said(e)
                    if _MINE.match(words):
                        yield self.at(document, e, f"“{words}” is this telegram itself.", "Check both numbers against the source.")


part = CitesItself()
