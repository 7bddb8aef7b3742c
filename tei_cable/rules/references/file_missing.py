"""Links to files that are not there."""

from collections.abc import Iterator
from pathlib import Path

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

# with an ending, and no scheme, query or absolute path
_RELATIVE = regex(r"(?![\w+.-]+:)(?!/)[^?%\x00]{1,200}\.[A-Za-z]{2,5}")


class FileMissing(Rule):
    """A link names a file beside this one that does not exist.

    Why: the link is dead for everybody who gets the folder.

    Wrong:

        <p>See <ref target="no-such-telegram.xml">telegram 12</ref>.</p>

    Right:

        <p>See <ref target="https://example.org/d12.xml">telegram 12</ref>, <ref target="#a">above</ref> and
        <ref type="telegram" n="12">telegram 12</ref>.</p>
    """

    kind = Code("R008", "file-missing", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each link of a text whose own place is known, or stands in the working folder."""
        here = Path(document.path).parent if document.path else Path()
        for e in document.named("ref", "ptr", "graphic", "media"):
            for target in f"{e.get('target', '')} {e.get('url', '')}".split():
                file = target.partition("#")[0]
                if _RELATIVE.fullmatch(file) and not _there(here / file):
                    yield self.at(document, e, f"There is no file “{file}” beside this one.", "Mend the link, or add the file.")


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


part = FileMissing()
