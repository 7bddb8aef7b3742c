"""The header of a volume: titles by type, publisher, dates, numbers; who sent what to whom is in the heading, where FRUS has it."""

from lxml import etree

from tei_cable.render.elements import el
from tei_cable.tei.blocks import content
from tei_cable.tei.header import NO_TITLE
from tei_cable.tei.names import NS, T


def header(root: etree._Element) -> etree._Element:
    """The `teiHeader`."""

    def said(path: str) -> str:
        e = root.find(f"{T}teiHeader/{T}" + path.replace("/", f"/{T}"))
        return " ".join(content(e).split()) if e is not None else ""

    title = said("fileDesc/titleStmt/title") or NO_TITLE
    date = root.find(f"{T}teiHeader/{T}profileDesc/{T}creation/{T}date")
    when = (date.get("when", "") if date is not None else "").partition("T")[0]
    address = said("fileDesc/publicationStmt/idno")
    citation = said("fileDesc/sourceDesc/bibl[@type='citation']")
    made = el(
        "fileDesc",
        None,
        el(
            "titleStmt",
            None,
            *(el("title", {"type": kind}, title if kind in ("complete", "volume") else None) for kind in _TITLES),
        ),
        el(
            "publicationStmt",
            None,
            el("publisher", None, said("fileDesc/publicationStmt/publisher")),
            el("pubPlace", None),
            el("date", {"type": "publication-date"}),
            el("date", {"type": "content-date", "notBefore": when, "notAfter": when}, when),
            el("idno", {"type": "dbid"}, address or "unknown"),
        ),
        el("sourceDesc", None, el("p", None, citation or "A telegram.")),
    )
    return _named(el("teiHeader", {"xmlns": NS}, made))


_TITLES = ("complete", "series", "subseries", "volumenumber", "volume")


def _named(e: etree._Element) -> etree._Element:
    """Elements in the namespace of TEI."""
    for x in e.iter(etree.Element):
        x.tag = T + etree.QName(x).localname
    return e
