"""From what a reference says to the telegram that it cites."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tei_cable.desk.network.citations import ANYBODY, ME, POST, YOU, Citation
from tei_cable.desk.network.series import HOME, Number, Posts, Telegram

# Numbers begin again each year, those of a conference at its next session; clocks round the world differ by a day.
_YEAR, _SESSION, _ZONES = timedelta(366), timedelta(120), timedelta(1)
# Numbers so long count all that a ministry sends, to whomever
_OWN_FOR_ALL = 5
Words = frozenset[str]


class Resolved(NamedTuple):
    """A reference: who cites, the reference, the series that it is of in words, and the telegram cited where it is in the corpus."""

    citing: Telegram
    citation: Citation
    series: str
    target: Telegram | None = None


class Resolver:
    """Looks up references among telegrams."""

    def __init__(self, telegrams: Sequence[Telegram]):
        self._posts = Posts(telegrams)
        self._by_number: Mapping[str, Sequence[Telegram]] = _by_number(telegrams)
        self._words: dict[Words, Words] = {}

    def resolve(self, citing: Telegram, found: Iterable[Citation]) -> Iterator[Resolved]:
        """Each reference of a telegram. A bare number in a note is that of the text which the note explains, if the text has it."""
        known: dict[str, Citation] = {}
        targets: dict[int, Telegram | None] = {}
        held = list(found)
        for c in held:
            if c.sender != ANYBODY or c.number.series:
                known.setdefault(c.number.n, c)
        for c in held:
            meant = c
            if c.sender == ANYBODY and not c.number.series and (named := known.get(c.number.n)):
                meant = c._replace(sender=named.sender, recipient=named.recipient, number=named.number, day=c.day or named.day)
            if c.repeated >= 0:
                first = next(x for x in held if x.at == c.repeated)
                target = targets.get(c.repeated) or self._target(citing, c._replace(sender=first.sender, recipient=c.sender))
            else:
                target = self._target(citing, meant)
            targets.setdefault(c.at, target)
            yield Resolved(citing, c, self.series(citing, meant), target)

    def series(self, citing: Telegram, c: Citation) -> str:
        """The series of a reference in words: "Paris → Department", "Secto"; "?" stands for who is not known.

        Where nothing is said, a post writes to its ministry, and the ministry to the post of the telegram that cites.
        """
        if c.number.series:
            return c.number.series.title()
        sender, recipient = c.sender, c.recipient
        if recipient == ANYBODY and sender != ANYBODY:
            recipient = POST if sender == HOME else HOME
        return " → ".join(self._posts.name(self._role(citing, r)) for r in (sender, recipient))

    def _target(self, citing: Telegram, c: Citation) -> Telegram | None:
        fit = [(t, self._fits(citing, c, t)) for t in self._by_number.get(c.number.n, ()) if t is not citing]
        fit = [(t, n) for t, n in fit if n]
        if not fit:
            return None
        best = max(n for _, n in fit)
        near = sorted((abs((t.day or date.min) - (c.day or citing.day or date.min)), t.id, t) for t, n in fit if n == best)
        same = [t for distance, _, t in near if distance == near[0][0]]
        return same[0] if len(same) == 1 else None

    def _fits(self, citing: Telegram, c: Citation, t: Telegram) -> int:
        """How well a telegram of that number fits a reference; 0 when it does not."""
        if t.day is None or not self._in_time(citing, c, t.day) or c.written != (t.form == "despatch"):
            return 0
        if c.number.series:
            return 3 * (c.number in t.numbers or (c.number.series == t.form and Number("", c.number.n) in t.numbers))
        if Number("", c.number.n) not in t.numbers:
            return 0
        sender, recipients = self._all(t.sender), self._all(t.recipients)
        pair = self._all(citing.sender) | self._all(citing.recipients) | {HOME}
        if c.sender == ANYBODY and c.recipient == ANYBODY and not (sender & pair and recipients & pair):
            return 0
        if c.sender != ANYBODY and not self._role(citing, c.sender) & sender:
            return 0
        if len(c.number.n) >= _OWN_FOR_ALL:
            return 2
        addressed = self._role(citing, c.recipient)
        if addressed & self._posts.known:
            return 2 * bool(addressed & recipients)
        return 2 * bool(recipients & pair)

    def _in_time(self, citing: Telegram, c: Citation, day: date) -> bool:
        if c.day:
            return abs(day - c.day) <= _ZONES
        if citing.day is None:
            return False
        before = citing.day - day
        # an editor's note may cite what came later
        window = _SESSION if c.number.series and c.number.series != "circular" else _YEAR
        return (-window if c.note else -_ZONES) <= before <= window

    def _role(self, citing: Telegram, role: str) -> Words:
        if role in (ME, YOU):
            return self._all(citing.sender if role == ME else citing.recipients)
        if role == POST:
            return self._all(citing.recipients if HOME in citing.sender else citing.sender)
        return self._all(frozenset({role} - {ANYBODY}))

    def _all(self, words: Words) -> Words:
        found = self._words.get(words)
        if found is None:
            found = self._words[words] = self._posts.of(words)
        return found


def _by_number(telegrams: Iterable[Telegram]) -> Mapping[str, list[Telegram]]:
    found: dict[str, list[Telegram]] = defaultdict(list)
    for t in telegrams:
        for n in {number.n for number in t.numbers}:
            found[n].append(t)
    return found
