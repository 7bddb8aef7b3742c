"""The whole document: what it says of itself, and each telegram in a section of its own."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from tei_cable.exporters.docx.elements import new, qualified
from tei_cable.exporters.docx.footnotes import Footnotes
from tei_cable.exporters.docx.prose import Prose, language
from tei_cable.exporters.docx.styles import add_styles
from tei_cable.model import Cable
from tei_cable.render.book import Book, book
from tei_cable.render.facts import Fact, of_the_copy, own, summary
from tei_cable.render.register import described, registers
from tei_cable.render.view import read
from tei_cable.render.zipped import EPOCH


def filled(document: Any, cables: Sequence[Cable]) -> None:
    """Fill an empty document of python-docx."""
    from docx.shared import Cm

    whole = book(cables)
    add_styles(document)
    _properties(document, whole)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(3)
    page.top_margin = page.bottom_margin = Cm(2.5)
    _numbered(page.footer.paragraphs[0])
    if len(cables) > 1:
        document.add_heading(whole.title, 0)
    views = [read(cable) for cable in cables]
    attached = [n.note.n for view in views for line in view.lines for n in line.notes]
    # Word counts for itself as long as it comes to the printed numbers: so an editor can add a note
    notes = Footnotes(counted=attached == [str(i) for i in range(1, len(attached) + 1)])
    for i, (cable, record, view) in enumerate(zip(cables, whole.records, views, strict=True)):
        if i:
            _section(document, "nextPage", 1)
        prose = Prose(document.element.body, notes, "" if cable.lang == whole.language else language(cable.lang))
        prose.say("Heading1", record.title)
        _facts(prose, [*own(cable), *summary(cable)])
        prose.text(view)
        if cable.entities:
            _section(document, "continuous", 2)
            _registers(prose, cable)
            _section(document, "continuous", 1)
        if source := of_the_copy(cable):
            prose.say("Heading2", "Source")
            _facts(prose, source)
    notes.close(document)


def _numbered(paragraph: Any) -> None:
    """Let a paragraph of the foot say the page's number."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, said in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = new("fldChar" if kind else "instrText")
        if kind:
            element.set(qualified("fldCharType"), kind)
        else:
            element.text = said
        run.element.append(element)


def _section(document: Any, start: str, columns: int) -> None:
    from docx.enum.section import WD_SECTION

    document.add_section(WD_SECTION.from_xml(start))
    shape = document.element.body.sectPr.find(qualified("cols"))
    shape.set(qualified("num"), str(columns))


def _facts(prose: Prose, facts: Sequence[Fact]) -> None:
    for fact in facts:
        row = prose.paragraph("CableFact")
        prose.run(row, f"{fact.label}\t{fact.value}")
        if fact.doubts:
            prose.run(row, f" ({fact.doubt()})", "doubt")


def _registers(prose: Prose, cable: Cable) -> None:
    for r in registers(cable.entities):
        prose.say("Heading2", r.heading)
        for e in r.entities:
            prose.say("CableEntry", described(e))


def _properties(document: Any, whole: Book) -> None:
    said, when = document.core_properties, datetime(*EPOCH, tzinfo=UTC)
    said.title, said.author, said.language = whole.title[:255], "; ".join(whole.senders)[:255], whole.language
    said.created = said.modified = when
    said.comments = said.last_modified_by = ""
    for tag in document.styles.element.iter("{*}lang"):
        for key in [*tag.attrib]:
            if key.endswith("}val"):
                tag.set(key, language(whole.language))
    # a picture of the empty document that python-docx begins with
    for id_, relation in [*document.part.package.rels.items()]:
        if relation.reltype.endswith("/thumbnail"):
            del document.part.package.rels[id_]
