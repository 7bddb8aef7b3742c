"""Conversion that keeps what editors decided: the decisions on a telegram are carried out in its new TEI, and those that no longer apply are said."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from tei_cable.desk.deciding import Entries, decide
from tei_cable.desk.decisions import Decision, last, of_telegram, signed
from tei_cable.desk.doubts import telegram_of
from tei_cable.desk.tables import read
from tei_cable.desk.updating import update
from tei_cable.model import Code, Diagnostic, Severity, Source
from tei_cable.pipeline import OURS, Conversion, Converter
from tei_cable.recognisers import Recogniser
from tei_cable.rules import Document
from tei_cable.rules.schema.not_valid import NotValid
from tei_cable.tei.parse import read_tree

LOST = Code("Q010", "decision-lost", Severity.WARNING)
NONE_HERE = Code("Q011", "no-decision-here", Severity.INFO)


class Keeping(Converter):
    """A converter that keeps the decisions of these tables, each a file's name and its bytes. Raises BadRequest for one that is none."""

    def __init__(
        self, decisions: Sequence[tuple[str, bytes]], authority: Sequence[str] = (), core: bool = True, dialect: str = "auto",
        recognisers: Sequence[Recogniser] = (), profile: str = OURS,
    ):  # fmt: skip
        super().__init__(authority, core, dialect, recognisers, profile)
        self.decisions = _last(decisions)

    def convert(self, source: Source) -> Conversion:
        """As `Converter.convert`; it says, too, when none of the decisions is on this telegram."""
        made = super().convert(source)
        if not self.decisions or of_telegram(self.decisions, *telegram_of(read_tree(made.tei))):
            return made
        found = NONE_HERE.at(None, "None of the decisions is on this telegram.", "A decision is on a text, or on a number, day and title.")
        return replace(made, diagnostics=(*made.diagnostics, found))

    def convert_batch(self, sources: Sequence[Source]) -> list[Conversion]:
        """As `Converter.convert_batch`, with what was decided."""
        return [kept(c, self.decisions, self.authority.entity) for c in super().convert_batch(sources)]


def updated(conversion: Conversion, data: bytes, decisions: Sequence[tuple[str, bytes]], entries: Entries) -> Conversion:
    """TEI edited by hand with what a conversion of its source adds, and with what was decided. Raises as `updating.update` does."""
    tei, found = update(data, conversion.tei, entries, datetime.now(UTC).date().isoformat())
    made = decide(tei, of_telegram(_last(decisions), *telegram_of(read_tree(tei))), entries)
    return _with(conversion, made.data, (*found, *_lost(made.lost)))


def kept(conversion: Conversion, decisions: Iterable[Decision], entries: Entries) -> Conversion:
    """A conversion with the decisions on its telegram carried out; its cable stays as the program made it."""
    here = of_telegram(decisions, *telegram_of(read_tree(conversion.tei)))
    if not here:
        return conversion
    made = decide(conversion.tei, here, entries)
    return _with(conversion, made.data, _lost(made.lost))


def _last(decisions: Iterable[tuple[str, bytes]]) -> list[Decision]:
    return signed(last(d for name, data in decisions for d in read(name, data)), "", "")


def _with(conversion: Conversion, tei: bytes, found: Iterable[Diagnostic]) -> Conversion:
    """A conversion with another TEI, checked, and more findings."""
    source = conversion.cable.source
    faults = NotValid().check(Document(read_tree(tei), source.path, source, tei))
    return replace(conversion, tei=tei, diagnostics=(*conversion.diagnostics, *found, *faults))


def _lost(lost: Iterable[tuple[Decision, str]]) -> Iterator[Diagnostic]:
    for d, why in lost:
        words = d.doubt.words if len(d.doubt.words) < 40 else f"{d.doubt.words[:40]}…"
        message = f"The decision “{d.decision}” on “{words}” ({d.doubt.doubt}; {d.by}, {d.date}) no longer applies: {why}."
        yield LOST.at(None, message, "Decide anew, or take the line out of the decisions.")
