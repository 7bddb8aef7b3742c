"""What is known of a volume as a book."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T

_WANTED = {"titleStmt": ("title", "editor"), "publicationStmt": ("publisher", "date", "idno")}


class Metadata(Rule):
    """The header of a volume lacks its title, an editor, the publisher, the date of publication or an identifier.

    Why: catalogues, citations and the e-book are made of them.

    Wrong:

        <teiHeader><fileDesc><titleStmt><title>Cuba</title></titleStmt><publicationStmt><publisher>Government Printing Office</publisher>
        </publicationStmt></fileDesc></teiHeader><text><body><div type="document" n="1"/><div type="document" n="2"/></body></text>

    Right:

        <teiHeader><fileDesc><titleStmt><title>Cuba</title><editor>A. Rowe</editor></titleStmt>
        <publicationStmt><publisher>Government Printing Office</publisher><date>1996</date><idno>v11</idno></publicationStmt></fileDesc></teiHeader>
        <text><body><div type="document" n="1"/><div type="document" n="2"/></body></text>
    """

    kind = Code("C018", "volume-metadata-missing", Severity.WARNING)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each part of the header, in a file of several documents."""
        if len(document.units) < 2:
            return
        for name, wanted in _WANTED.items():
            within = document.tree.find(f"{T}teiHeader/{T}fileDesc/{T}{name}")
            if within is None:
                continue
            for part_of in wanted:
                if not any(content(e).strip() for e in within.iter(T + part_of)):
                    yield self.at(document, within, f"The {name} of the volume has no {part_of}.", f"Add {part_of}, as the title page has it.")


part = Metadata()
