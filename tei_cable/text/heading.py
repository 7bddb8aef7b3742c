"""The heading of a telegram, in whichever form an edition prints it."""

from collections.abc import Sequence

from tei_cable.model import Span
from tei_cable.text.headings import Heading
from tei_cable.text.headings.addressed import addressed
from tei_cable.text.headings.filed import filed
from tei_cable.text.headings.titled import titled

__all__ = ["Heading", "heading"]

_FORMS = (titled, filed, addressed)


def heading(text: str, chunks: Sequence[Span]) -> Heading | None:
    """The heading in the first runs of lines; None when there is none."""
    return next((found for form in _FORMS if (found := form(text, chunks))), None) if chunks else None
