"""Dates that programs cannot read."""

from collections.abc import Iterator, Mapping

from lxml import etree

from tei_cable.model import Code, Diagnostic, Fix, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.edits import attribute
from tei_cable.tei.names import XML
from tei_cable.text.dates import DATING, when

_BESIDE = frozenset({"cert", "resp", "ref", "type", "calendar", "rend", "n", f"{XML}id", f"{XML}lang"})
_DATING = frozenset({*DATING, "period", "dur"})


class WithoutValue(Rule):
    """A full date is tagged and has no value.

    Why: a search by date does not find it.

    Wrong:

        <p>They met on <date>2 November 1962</date>.</p>

    Right:

        <p>They met on <date when="1962-11-02">2 November 1962</date> and <date>the day after</date>.</p>
    """

    kind = Code("D009", "date-without-value", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each date in a text whose words are understood; the fix adds the value, and is safe when the words give the whole year."""
        for e in document.named("date"):
            if not any(name.partition("-")[0] in _DATING for name in map(str, e.attrib)):
                value = when(words := said(e))
                if value and not next(iter(value.values())).startswith("-"):
                    told = " ".join(f"{name}=“{v}”" for name, v in value.items())
                    yield self.at(document, e, f"The date “{words}” has no value.", f"Write {told}.", _fix(document, e, value, words))


def _fix(document: Document, e: etree._Element, value: Mapping[str, str], words: str) -> Fix | None:
    tag = document.tag(e)
    edits = [attribute(document.data, tag, name, v) for name, v in value.items()] if tag else []
    sure = [edit for edit in edits if edit]
    # an attribute that is not known may be the value, misspelt
    certain = _BESIDE.issuperset(map(str, e.attrib)) and all(v[:4] in words for v in value.values())
    return Fix(tuple(sure), safe=certain) if sure else None


part = WithoutValue()
