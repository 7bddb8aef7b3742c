"""What the desk asks of a doubt, and what may be answered."""

from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.annotators.brackets import UNBALANCED
from tei_cable.annotators.offices import INFERRED as OFFICE
from tei_cable.annotators.offices import UNDECIDED
from tei_cable.annotators.parties import INFERRED as PLACE
from tei_cable.annotators.persons import AMBIGUOUS, LIKELY
from tei_cable.desk.deciding import BRACKETS
from tei_cable.desk.decisions import ACCEPT, NONE, REJECT
from tei_cable.desk.doubts import Alternative, Doubt
from tei_cable.desk.marks import BRACKET, CITES, NOTE, PARAGRAPH
from tei_cable.tei.names import KIND_OF, NAMES
from tei_cable.text.findings import LOST, UNPLACED
from tei_cable.text.layout.running import JOINED
from tei_cable.text.notes import SUSPECT

_QUESTIONS = {
    UNPLACED.code: "Where in the text does this note stand?",
    LOST.code: "Does this note stand here?",
    SUSPECT.code: "Is this number wrong, and what is the right one?",
    JOINED.code: "Is this one paragraph?",
    UNBALANCED.code: "What is this bracket?",
    AMBIGUOUS.code: "Who is meant?",
    LIKELY.code: "Is this who is meant?",
    UNDECIDED.code: "Who held this office?",
    OFFICE.code: "Did this person hold the office?",
    PLACE.code: "Is this the place?",
}
_NAME, _DAY = "Name or id", "Date (YYYY, YYYY-MM or YYYY-MM-DD)"
_WORDS = {
    "date": _DAY, "ref": "The right number", CITES: "The right number", "choice": "The right number", NOTE: "The words behind which the note stands",
    PARAGRAPH: "The first words of the second paragraph",
}  # fmt: skip


class Asked(NamedTuple):
    """The question; which of `accept`, `reject`, `none` may be said; the alternatives to what the TEI has.

    `words` says what may be typed ("" nothing), `look_up` the kind of entries among which it is looked up ("" none), `dated` that it is a date.
    """

    question: str
    decisions: Sequence[str]
    alternatives: Sequence[Alternative]
    words: str = ""
    look_up: str = ""
    dated: bool = False


def asked(doubt: Doubt) -> Asked:
    """What is asked of a doubt."""
    kind = doubt.kind.rpartition("/")[2]
    question = _QUESTIONS.get(doubt.code, "Is this right?")
    if kind == BRACKET:
        return Asked(question, (ACCEPT,), [Alternative(name, name, tag) for name, tag in BRACKETS.items()])
    words = _NAME if kind in NAMES else _WORDS.get(kind, "")
    # a paragraph is cut where the editor says; a note that stands nowhere cannot be sent away
    decisions = (ACCEPT,) if kind == PARAGRAPH or doubt.code == UNPLACED.code else (ACCEPT, REJECT, NONE) if kind in NAMES else (ACCEPT, REJECT)
    others = [a for a in doubt.alternatives if a.id != doubt.value]
    return Asked(question, decisions, others, words, KIND_OF.get(kind, ""), kind == "date")
