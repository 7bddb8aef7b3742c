"""A dialect: the form on which the legations of Ruritania wrote their telegrams.

LEGATION OF RURITANIA
Cipher No. 14
Paris, 3 November 1962
To: Chancellery, Strelsau
"""

from functools import partial

from tei_cable.model import Source, Span
from tei_cable.readers import Claim, Reader, Reading
from tei_cable.text import forms
from tei_cable.text.forms import Row
from tei_cable.text.regex import regex

_ROWS = (
    Row("head", regex(r"(?P<title>LEGATION OF RURITANIA)"), forms.state),
    Row("number", regex(r"Cipher No\. (?P<number>\d+)"), forms.state),
    Row("dateline", regex(r"(?P<place>[A-Z]\w+), (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})"), forms.dated),
    Row("to", regex(r"To: (?P<who>[^\n]+)"), forms.states("received/orgName")),
)
_REFUSED = Claim(0, "It does not begin with “LEGATION OF RURITANIA”.")


class Ruritanian:
    """Reads the telegrams of the legations of Ruritania."""

    name = "ruritanian"

    def claim(self, source: Source, region: Span) -> Claim:
        """Sure of a text that begins with the printed line of the form."""
        start = forms.units(source.text, region)[:1]
        found = bool(start) and source.text.startswith("LEGATION OF RURITANIA", start[0].start)
        return Claim(0.9, "It begins with “LEGATION OF RURITANIA”.") if found else _REFUSED

    def read(self, source: Source, region: Span) -> Reading:
        """The lines of the form as fields; the text, its notes and its signature as in any telegram."""
        made = forms.read(source.text, forms.units(source.text, region), partial(forms.opened, rows=_ROWS))
        return Reading(made.cable(source, self.name), tuple(made.found))


part: Reader = Ruritanian()
