"""What tei-cable has to say about a telegram or a file."""

from dataclasses import dataclass
from enum import IntEnum

from tei_cable.model.cable import Span


class Severity(IntEnum):
    """`INFO`: inferred, or worth knowing; `WARNING`: the source is suspect; `ERROR`: not valid, not faithful, or could not be made."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that removes a diagnostic: replacements of spans of the file, safe when no word of the text can change."""

    edits: tuple[tuple[Span, str], ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable `code`, a sentence, and where: a span of the source, the path of an element, or both.

    `line` and `column` are those of the element in its TEI file, from 1; 0 when they are not known, or the finding is not about a file of TEI.
    """

    code: str
    slug: str
    severity: Severity
    message: str
    span: Span | None = None
    path: str = ""
    hint: str = ""
    fix: Fix | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding. Each part declares its own: the letter of the code is the family (N notes, T text, H header, D dates …)."""

    code: str
    slug: str
    severity: Severity

    def at(self, span: Span | None, message: str, hint: str = "", *, path: str = "", line: int = 0, column: int = 0) -> Diagnostic:
        """A finding of this kind at `span` (or at an element, or at neither)."""
        return Diagnostic(self.code, self.slug, self.severity, message, span, path, hint, None, line, column)
