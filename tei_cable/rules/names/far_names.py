"""Names that have nothing in common with the entry they point to."""

from collections.abc import Iterator
from difflib import get_close_matches

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.names._entities import pointed, tokens
from tei_cable.tei.blocks import content, said
from tei_cable.tei.names import T
from tei_cable.text.regex import regex

_INITIALS = regex(r"(?:[A-Z]\.?\s?){2,4}")
_NEAR = 0.6


class FarNames(Rule):
    """A person's name points to an entry that shares no word with it.

    Why: the wrong entry was chosen, or its id was given to somebody else since.

    Wrong:

        <standOff><listPerson><person xml:id="p1"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><body><div><p><persName ref="#p1">Gromyko</persName> agreed.</p></div></body></text>

    Right:

        <standOff><listPerson><person xml:id="p1"><persName>Nikita S. Khrushchev</persName></person></listPerson></standOff>
        <text><body><div><p><persName ref="#p1">Khruschev</persName> agreed.</p></div></body></text>
    """

    kind = Code("P004", "name-unlike-entry", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each form of a name and each entry; initials, and names in other letters, are left alone."""
        seen: set[tuple[str, str]] = set()
        for e in document.named("persName"):
            entry = pointed(document, e)
            key = (e.get("ref") or e.get("corresp") or "", said(e))
            if entry is None or entry.tag != T + "person" or key in seen:
                continue
            seen.add(key)
            if not _alike(key[1], content(entry)):
                names = entry.findall(T + "persName") or [entry]
                name = " ".join(content(names[0]).split())
                yield self.at(
                    document, e, f"“{key[1]}” points to {key[0]}, who is {name}.", "Point to the right entry, or add this form of the name to it."
                )


def _alike(words: str, listed: str) -> bool:
    if words in listed:
        return True
    mine, theirs = tokens(words), tokens(listed)
    if not mine or not theirs or mine & theirs or _INITIALS.fullmatch(words.strip()) or not (words.isascii() or listed.isascii()):
        return True
    # "Kennedys" and "Khruschev"; "Souvanna Phouma" as "Souvannaphouma"
    together = ("".join(sorted(theirs)), "".join(tokens(listed.replace(" ", "").replace("-", ""))))
    return any(get_close_matches(w, theirs, 1, _NEAR) or any(w in t for t in together) for w in mine)


part = FarNames()
