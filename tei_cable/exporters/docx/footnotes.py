"""The part of the package that holds footnotes (ECMA-376, part 1, 11.3.7), which python-docx does not make."""

from typing import Any

from tei_cable.exporters.docx.elements import new, qualified, sub

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


class Footnotes:
    """The footnotes of a document: `add` gives each its paragraph, `close` puts them into the package.

    `counted`: the printed numbers are those that Word counts.
    """

    def __init__(self, *, counted: bool) -> None:
        self.counted = counted
        self.root = new("footnotes")
        # the lines above the notes, which Word asks for
        for id_, kind in (("-1", "separator"), ("0", "continuationSeparator")):
            note = self._note(id_)
            note.set(qualified("type"), kind)
            sub(sub(sub(note, "p"), "r"), kind)

    def add(self) -> tuple[str, Any]:
        """A note's id and its paragraph, still empty."""
        id_ = str(len(self.root) - 1)
        return id_, sub(self._note(id_), "p")

    def close(self, document: Any) -> None:
        """Put the notes into the document's package."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        part = XmlPart(PackURI("/word/footnotes.xml"), _TYPE, self.root, document.part.package)
        document.part.relate_to(part, _RELATION)
        said = new("footnotePr")
        for id_ in ("-1", "0"):
            sub(said, "footnote").set(qualified("id"), id_)
        # in the order of the schema it stands before `compat`
        document.settings.element.find(qualified("compat")).addprevious(said)

    def _note(self, id_: str) -> Any:
        note = sub(self.root, "footnote")
        note.set(qualified("id"), id_)
        return note
