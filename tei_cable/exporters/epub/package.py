"""The files round the chapters: container, package document, table of contents.

EPUB 3.3 and EPUB Accessibility 1.1, both of the W3C.
"""

from collections.abc import Iterator, Sequence

from tei_cable.exporters.epub.chapter import Chapter, document
from tei_cable.render.book import Book
from tei_cable.render.elements import Child, el, xml
from tei_cable.render.zipped import EPOCH

CONTAINER = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    b'<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_DC = "{http://purl.org/dc/elements/1.1/}"
_XHTML = "application/xhtml+xml"
_FEATURES = "tableOfContents readingOrder structuralNavigation ARIA displayTransformability"


def package(book: Book, chapters: Sequence[str], number: str, *, pages: bool) -> bytes:
    """The package document; `number` is the book's UUID, `pages` whether it marks the pages of what was printed."""
    manifest = [
        el("item", {"id": "nav", "href": "nav.xhtml", "media-type": _XHTML, "properties": "nav"}),
        el("item", {"id": "style", "href": "style.css", "media-type": "text/css"}),
        *(el("item", {"id": f"t{i}", "href": name, "media-type": _XHTML}) for i, name in enumerate(chapters, 1)),
    ]
    root = el(
        "package",
        {"xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "id", "xml:lang": book.language},
        el("metadata", None, *_metadata(book, number), *_accessibility(pages=pages)),
        el("manifest", None, *manifest),
        el("spine", None, *(el("itemref", {"idref": f"t{i}"}) for i, _ in enumerate(chapters, 1))),
    )
    return xml(root)


def _metadata(book: Book, number: str) -> Iterator[Child]:
    yield el(f"{_DC}identifier", {"id": "id"}, f"urn:uuid:{number}")
    yield el(f"{_DC}title", None, book.title)
    yield el(f"{_DC}language", None, book.language)
    # the relators of MARC: author, addressee
    for kind, role, names in (("creator", "aut", book.senders), ("contributor", "rcp", book.recipients)):
        for i, name in enumerate(names, 1):
            yield el(f"{_DC}{kind}", {"id": f"{kind}{i}"}, name)
            yield el("meta", {"refines": f"#{kind}{i}", "property": "role", "scheme": "marc:relators"}, role)
    if book.dates:
        yield el(f"{_DC}date", None, book.dates[0])
    for said in dict.fromkeys(filter(None, (r.publisher for r in book.records))):
        yield el(f"{_DC}publisher", None, said)
    for said in dict.fromkeys(filter(None, (r.held or r.address for r in book.records))):
        yield el(f"{_DC}source", None, said)
    if len(book.records) == 1 and book.records[0].abstract:
        yield el(f"{_DC}description", None, book.records[0].abstract)
    yield el("meta", {"property": "dcterms:modified"}, f"{EPOCH[0]}-01-01T00:00:00Z")


def _accessibility(*, pages: bool) -> Iterator[Child]:
    said = [("accessMode", "textual"), ("accessModeSufficient", "textual"), ("accessibilityHazard", "none")]
    said += [("accessibilityFeature", name) for name in _FEATURES.split()]
    if pages:
        said += [("accessibilityFeature", "pageBreakMarkers"), ("accessibilityFeature", "pageNavigation")]
    summary = "Text only. Notes, names and pages are links and marks that a screen reader tells."
    for name, value in (*said, ("accessibilitySummary", summary)):
        yield el("meta", {"property": f"schema:{name}"}, value)


def navigation(book: Book, chapters: Sequence[tuple[str, Chapter]]) -> bytes:
    """The table of contents, and a list of the pages where telegrams have them."""
    toc = [el("li", None, el("a", {"href": name}, chapter.title)) for name, chapter in chapters]
    pages = [el("li", None, el("a", {"href": f"{name}#{at}"}, n)) for name, chapter in chapters for n, at in chapter.pages]
    made = [el("nav", {"epub-type": "toc", "role": "doc-toc"}, el("h1", None, book.title), el("ol", None, *toc))]
    if pages:
        hidden = {"epub-type": "page-list", "role": "doc-pagelist", "hidden": "hidden"}
        made.append(el("nav", hidden, el("h2", None, "Pages"), el("ol", None, *pages)))
    return document(book.title, book.language, made)
