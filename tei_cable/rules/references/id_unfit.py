"""Ids that XML does not allow."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.edits import attribute, fix
from tei_cable.text.regex import regex

_NAME = regex(r"[^\W\d][\w.\-\u00b7]*")
_UNFIT = regex(r"[^\w.\-]+")


class IdUnfit(Rule):
    """An xml:id has characters that an id must not have.

    Why: an id begins with a letter or underscore and has letters, digits, hyphens, underscores and full stops; whatever else, validators refuse
    and links do not find.

    Wrong:

        <p xml:id="1st">We met.</p>

        <p xml:id="a b">We met.</p>

    Right:

        <p xml:id="p1">We met.</p>
    """

    kind = Code("R003", "id-unfit", Severity.ERROR)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each element; the fix is offered while nothing points to the id."""
        for i, e in document.ids.items():
            if not _NAME.fullmatch(i):
                wanted = _UNFIT.sub("-", i.strip())
                wanted = wanted if _NAME.fullmatch(wanted) else f"id-{wanted}"
                tag, pointed = document.tag(e), any(f"#{i}" in v for x in document.elements for v in x.values())
                edit = attribute(document.data, tag, "xml:id", wanted) if tag and not pointed and wanted not in document.ids else None
                yield self.at(document, e, f"“{i}” cannot be an id.", f"Call it “{wanted}”, and change what points to it.", fix(edit, safe=True))


part = IdUnfit()
