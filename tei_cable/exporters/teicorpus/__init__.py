"""Many telegrams as one TEI document."""

from collections.abc import Sequence

from lxml import etree

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.facts import day, name_of
from tei_cable.render.record import distinct
from tei_cable.tei.build import build
from tei_cable.tei.names import NS, XML
from tei_cable.tei.parse import read_tree
from tei_cable.tei.xml import escape

_ID = f"{XML}id"
_CORPUS = """<teiCorpus xmlns="{}">
<teiHeader>
<fileDesc>
<titleStmt><title>{}</title></titleStmt>
<publicationStmt><p>Each telegram says where it comes from.</p></publicationStmt>
<sourceDesc><p>The telegrams that follow.</p></sourceDesc>
</fileDesc>
</teiHeader>
</teiCorpus>"""


class TeiCorpus(Exporter):
    """All telegrams in one TEI document (`teiCorpus`), with ids that begin with each telegram's name."""

    suffix = ".xml"
    takes = "many"
    loses = ()
    library = "lxml"
    tested = "valid by the RELAX NG of all of TEI; each TEI in it has the text of its telegram; ids differ, and every pointer finds its own"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The document."""
        names = distinct([name_of(c, i) for i, c in enumerate(cables)])
        corpus = read_tree(_CORPUS.format(NS, escape(_title(cables))).encode())
        for cable, name in zip(cables, names, strict=True):
            tei = read_tree(build(cable).encode())
            _rename(tei, name)
            if not tei.get(_ID):
                # so that others can point at it
                tei.set(_ID, name)
            tei.tail = "\n"
            corpus.append(tei)
        return etree.tostring(corpus, encoding="UTF-8", xml_declaration=True) + b"\n"


def _title(cables: Sequence[Cable]) -> str:
    days = sorted(filter(None, map(day, cables)))
    return f"{len(cables)} telegram{'s' * (len(cables) != 1)}{f', {days[0]} to {days[-1]}' if days else ''}"


def _rename(tei: etree._Element, name: str) -> None:
    """Give every id of a telegram its name as beginning, and every pointer within the telegram."""
    ids = {e.get(_ID) for e in tei.iter(etree.Element)}
    for e in tei.iter(etree.Element):
        for key, value in ((str(k), str(v)) for k, v in e.attrib.items()):
            if key == _ID:
                e.set(key, f"{name}.{value}")
            elif "#" in value:
                e.set(key, " ".join(f"#{name}.{v[1:]}" if v[:1] == "#" and v[1:] in ids else v for v in value.split()))


part = TeiCorpus()
