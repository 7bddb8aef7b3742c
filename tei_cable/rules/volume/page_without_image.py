"""Pages without an image."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule


class PageWithoutImage(Rule):
    """A page has no image, and others of the volume have one.

    Why: readers check the text by the image of the page.

    Wrong:

        <p><pb n="1" facs="0021"/>We met.<pb n="2"/> They agreed.</p>

    Right:

        <p><pb n="1" facs="0021"/>We met.<pb n="2" facs="0022"/> They agreed.</p>
    """

    kind = Code("C019", "page-without-image", Severity.WARNING)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each page."""
        pages = list(document.named("pb"))
        if any(e.get("facs") for e in pages):
            for e in pages:
                if not e.get("facs"):
                    yield self.at(document, e, f"Page {e.get('n') or '?'} has no image.", "Name the file of its image in facs.")


part = PageWithoutImage()
