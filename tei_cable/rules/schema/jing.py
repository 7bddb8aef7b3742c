"""jing, the reference engine of RELAX NG, where it is installed."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from lxml import etree

from tei_cable.model import Diagnostic
from tei_cable.rules import Document
from tei_cable.rules.schema.flatten import Missing
from tei_cable.rules.schema.relaxng import NOT_VALID
from tei_cable.text.regex import regex

# FILE:LINE:COLUMN: error: MESSAGE
_LINE = regex(r".*?:(\d+):(\d+): (?:fatal|error): (.*)")


class Jing:
    """A schema in the XML syntax (or, `.rnc`, the compact one) that jing applies: half a second and more for each file.

    Raises Missing when jing is not installed.
    """

    kind = NOT_VALID

    def __init__(self, schema: Path):
        import shutil

        self._jing = shutil.which("jing")
        if self._jing is None:
            raise Missing("the program jing is not installed")
        if not schema.is_file():
            raise FileNotFoundError(2, "no such file", str(schema))
        self._schema = schema
        self.release = self.remark = ""

    def __call__(self, document: Document, _covered: Collection[str] = ()) -> Iterator[Diagnostic]:
        """What jing says, at the line and column where it says it."""
        import subprocess
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "document.xml"
            file.write_bytes(document.data or etree.tostring(document.tree))
            command = [str(self._jing), *(["-c"] if self._schema.suffix == ".rnc" else []), str(self._schema), str(file)]
            said = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- its own arguments, no shell
        for m in map(_LINE.match, dict.fromkeys((said.stdout + said.stderr).splitlines())):
            if m:
                message = m[3][:1].upper() + m[3][1:].rstrip(".") + "."
                yield Diagnostic(NOT_VALID.code, NOT_VALID.slug, NOT_VALID.severity, message, line=int(m[1]), column=int(m[2]))

    def learn(self, roots: Sequence[etree._Element]) -> None:
        """Nothing to learn."""
