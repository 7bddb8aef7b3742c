"""One name for two persons."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.names import T


class TwoIds(Rule):
    """The same full name points to two entries.

    Why: either one person is listed twice, or one of the names was taken for somebody else.

    Wrong:

        <p><persName ref="#rusk">Dean Rusk</persName> agreed with <persName ref="#rusk2">Dean Rusk</persName>.</p>

    Right:

        <p><persName ref="#rusk">Dean Rusk</persName> agreed; <persName ref="#rusk">Rusk</persName> left.</p>

        <p><persName ref="#johnson-l">Johnson</persName> saw <persName ref="#johnson-u">Johnson</persName>.</p>
    """

    kind = Code("P003", "name-with-two-ids", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each name of two words or more that points elsewhere than the first of the same words and element."""
        seen: dict[tuple[object, str], str] = {}
        for e in document.named("persName", "placeName", "orgName"):
            ref = e.get("ref")
            # a title tells two persons of one surname apart, so it is left in
            if ref and " " not in ref and " " in (words := said(e)) and e.find(f"{T}roleName") is None:
                first = seen.setdefault((e.tag, words.casefold()), ref)
                if first != ref:
                    yield self.at(
                        document, e, f"“{words}” points to {ref} here, and to {first} before.", "See whether both are one; if so, keep one entry."
                    )


part = TwoIds()
