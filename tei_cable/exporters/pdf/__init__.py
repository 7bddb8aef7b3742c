"""PDF."""

import json
from collections.abc import Sequence
from pathlib import Path

from tei_cable.exporters import Export, Exporter, needed
from tei_cable.exporters.pdf.tree import tree
from tei_cable.model import Cable
from tei_cable.render.losses import Loss, counted
from tei_cable.text.regex import regex

_NO_SIGN = regex(r"the text `\"(.*?)\"` could not be displayed")
_PAGE = Path(__file__).parent / "telegram.typ"


class Pdf(Exporter):
    """Pages to print and keep (PDF/UA-1, tagged for screen readers): notes at the foot with their printed numbers, bookmarks."""

    suffix = ".pdf"
    takes = "many"
    loses = ("broken words", "links of names", "names", "name parts", "dates", "references", "lists and labels")
    library = "typst (extra: office)"
    tested = "poppler reads the TEI's text from its structure and its pages; notes keep numbers and places; signs without a font are counted"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The pages. Raises Missing."""
        return _set(cables)[0]

    def export(self, cables: Sequence[Cable]) -> Export:
        """The pages; signs that no font at hand has are lost."""
        made, lost = _set(cables)
        return Export(made, (*counted(cables, self.loses), *([Loss("signs without a font", lost)] if lost else [])))


def _set(cables: Sequence[Cable]) -> tuple[bytes, int]:
    typst = needed("typst", "office")
    compiler = typst.Compiler(_PAGE, root=_PAGE.parent, sys_inputs={"data": json.dumps(tree(cables), ensure_ascii=False)})
    try:
        made: bytes = compiler.compile(format="pdf", pdf_standards="ua-1")
    except typst.TypstError as e:
        # the standard forbids signs without a font; whatever else it forbids is our fault
        missing = len(_NO_SIGN.findall(e.diagnostic))
        if not missing:
            raise
        made = compiler.compile(format="pdf")
        return made, missing
    return made, 0


part = Pdf()
