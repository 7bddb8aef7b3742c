"""Findings about many telegrams as JSON Lines, for other programs: `--diagnostics FILE`."""

import json
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from tei_cable.cli._common import sentence
from tei_cable.cli._formats import finding
from tei_cable.cli._render import Lines
from tei_cable.files import beside

if TYPE_CHECKING:
    from tei_cable.batch.conversion import Converted
    from tei_cable.model import Diagnostic


class JsonLines(AbstractContextManager["JsonLines"]):
    """A line for each finding, and one for each telegram that could not be converted. The file comes into its place when it is whole."""

    def __init__(self, path: str):
        self._path = Path(path)
        self._part = Path(beside(self._path))
        self._file = self._part.open("w", encoding="utf-8")

    def write(self, result: "Converted") -> None:
        """What is known of one telegram. Raises OSError."""
        if result.made is None:
            self._line({"file": result.name, "error": sentence(result.error)})
        elif result.made.diagnostics:
            lines = Lines(result.source.text)
            for d in result.made.diagnostics:
                self._line({"file": result.name, **finding(d), **_place(lines, d)})

    def _line(self, told: dict[str, Any]) -> None:
        self._file.write(json.dumps(told, ensure_ascii=False) + "\n")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()
        self._part.replace(self._path)


def _place(lines: Lines, d: "Diagnostic") -> dict[str, int]:
    return dict(zip(("line", "column"), lines.place(d.span), strict=True)) if d.span else {}
