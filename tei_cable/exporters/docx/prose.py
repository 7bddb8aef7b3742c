"""The text of a telegram as paragraphs, runs and footnotes of WordprocessingML."""

from collections.abc import Sequence
from typing import Any

from tei_cable.exporters.docx.elements import new, qualified
from tei_cable.exporters.docx.footnotes import Footnotes
from tei_cable.exporters.docx.styles import INLINE
from tei_cable.render.view import Anchor, Inline, Line, NoteView, Tag, View
from tei_cable.tei.names import CHOICES

# The style of a block, by the last part of its kind.
_STYLES = {
    "head": "CableHead", "dateline": "CableDateline", "salute": "CableSalute", "signed": "CableSigned", "seg": "CableSegment", "fw": "CableForme",
}  # fmt: skip
_LETTER = 24 * 20  # the indent of a letter quoted whole, in twentieths of a point


def language(tag: str) -> str:
    """Word's name of the language of a BCP 47 tag."""
    return "x-none" if tag == "und" else tag


class Prose:
    """Writes into the body of a document; `language` is set where it differs from the document's."""

    def __init__(self, body: Any, notes: Footnotes, language: str):
        self.body, self.footnotes, self.language = body, notes, language

    def say(self, style: str, words: str) -> None:
        """A paragraph of plain words."""
        self.run(self.paragraph(style), words)

    def paragraph(self, style: str) -> Any:
        """A paragraph at the end, still empty."""
        made = self.body.add_p()
        made.style = style
        return made

    def text(self, view: View) -> None:
        """Blocks with their footnotes; last, the notes without a place."""
        known = {n.id: n for n in view.notes()}
        for line in view.lines:
            self.block(line, known)
        if view.lost:
            self.say("Heading2", "Notes without a place")
        for n in view.lost:
            row = self.paragraph("CableNote")
            self.run(row, n.note.n, "reference")
            self.run(row, " ")
            self.inline(row, n.inner, known, "")

    def block(self, line: Line, known: dict[str, NoteView]) -> None:
        """A block as a paragraph."""
        kind = line.block.kind.rpartition("/")[2]
        made = self.paragraph(_STYLES.get(kind, "CableText"))
        if line.block.within:
            indent = new("ind")
            indent.set(qualified("left"), str(_LETTER))
            made.get_or_add_pPr().append(indent)
        if kind == "pb":
            self.run(made, f"[{line.block.attrs.get('n', '')}]", "added")
        self.inline(made, line.inner, known, "")

    def inline(self, into: Any, inner: Sequence[Inline], known: dict[str, NoteView], style: str) -> None:
        """Nodes as runs; the style of the innermost mention holds."""
        for node in inner:
            if isinstance(node, str):
                self.run(into, node, style)
            elif isinstance(node, Anchor):
                self.footnote(into, known[node.id], known)
            else:
                self.tag(into, node, known, style)

    def tag(self, into: Any, node: Tag, known: dict[str, NoteView], style: str) -> None:
        """The runs of a mention, and what the encoder adds to it."""
        m = node.mention
        if m.kind in ("pb", "lb", "ptr"):
            said = f"[{m.attrs.get('n', '')}]" if m.kind == "pb" else m.attrs.get("target", "")
            self.run(into, said, "added")
            return
        if m.kind == "item" and len(into):
            into.add_r().add_br()
        self.inline(into, node.inner, known, "doubt" if m.cert else m.kind if m.kind in INLINE else style)
        if m.kind in CHOICES:
            self.run(into, f" [{m.attrs[CHOICES[m.kind]]}]", "added")

    def footnote(self, into: Any, n: NoteView, known: dict[str, NoteView]) -> None:
        """A footnote and the mark that leads to it: its printed number, where Word would count otherwise."""
        id_, paragraph = self.footnotes.add()
        mark = self._mark(into)
        reference = new("footnoteReference")
        if not self.footnotes.counted:
            reference.set(qualified("customMarkFollows"), "1")
        reference.set(qualified("id"), id_)
        mark.append(reference)
        paragraph.style = "FootnoteText"
        here = self._mark(paragraph)
        if self.footnotes.counted:
            here.append(new("footnoteRef"))
        else:
            mark.add_t(n.note.n)
            here.add_t(n.note.n)
        self.run(paragraph, " ")
        self.inline(paragraph, n.inner, known, "")
        if n.note.cert:
            self.run(paragraph, " (its place was inferred)", "doubt")

    def run(self, into: Any, words: str, style: str = "") -> None:
        """A run of words in the style of a kind of mention."""
        if not words:
            return
        made = into.add_r()
        if style in INLINE:
            made.style = INLINE[style][0]
        if self.language:
            lang = new("lang")
            lang.set(qualified("val"), self.language)
            made.get_or_add_rPr().append(lang)
        made.text = words

    def _mark(self, into: Any) -> Any:
        made = into.add_r()
        made.style = INLINE["reference"][0]
        return made
