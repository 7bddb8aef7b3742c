"""Days in figures of which nobody knows whether the day or the month comes first: "11.03.1962 … received on 04.11.1962"."""

from collections.abc import Sequence
from datetime import date
from itertools import product

from tei_cable.model import Code, Diagnostic, Severity, Span
from tei_cable.text.regex import regex

ORDER = Code("H211", "day-and-month", Severity.WARNING)
UNSURE = Code("H212", "day-or-month", Severity.INFO)

# Pattern of such a day; the year may be missing, an editor's bracket may correct it.
DAY = r"\d\d?\.\d\d?(?:\s?\[[^\]\n]{1,6}\])?(?:\.\d{4})?"
_PARTS = regex(r"(\d\d?)\.(\d\d?)(?:\s?\[[^\]\n]{1,6}\])?(?:\.(\d{4}))?")
# Days that a telegram takes at the most; what it costs when a line changes the order, and when the day comes first.
_SLOW, _CHANGED, _EUROPEAN = 4, 3.0, 0.5


def settle(days: Sequence[tuple[str, str, Span]]) -> tuple[list[str | None], list[Diagnostic]]:
    """The ISO dates of the days of one header, in their order ("sent" or "received", the words, where they stand), and what was noticed.

    The readings are weighed together: receipt follows sending by a few days at the most, one hand writes one order, and these forms put the
    month first.
    """
    year = next((p[3] for _, words, _ in days if (p := _PARTS.fullmatch(words)) and p[3]), "")
    choices = [_readings(words, year) for _, words, _ in days]
    if not all(choices) or not days:
        return [next((d.isoformat() for d, _ in c), None) for c in choices], []
    ranked = sorted((_cost([n for n, _, _ in days], pick), i, pick) for i, pick in enumerate(product(*choices)))
    cost, _, best = ranked[0]
    found: list[Diagnostic] = []
    whole = Span(min(s.start for *_, s in days), max(s.end for *_, s in days))
    orders = {first for d, first in best if d.day != d.month}
    if len(orders) > 1:
        told = " and ".join(f"{words} as {d.day} {d:%B}" for (_, words, _), (d, _) in zip(days, best, strict=True))
        found.append(ORDER.at(whole, f"Day and month change places: {told} was read.", "Check the days against the document's date."))
    rivals = [p for c, _, p in ranked[1:] if c - cost <= _EUROPEAN and [d for d, _ in p] != [d for d, _ in best]]
    if rivals:
        other = rivals[0][0][0]
        found.append(
            UNSURE.at(
                whole,
                f"{days[0][1]} was read as {best[0][0].day} {best[0][0]:%B}; it may be {other.day} {other:%B}.",
                "Check it.",
            )
        )
    return [d.isoformat() for d, _ in best], found


def _readings(words: str, year: str) -> list[tuple[date, str]]:
    """The days that the figures may mean, each with what comes first in it."""
    m = _PARTS.fullmatch(words)
    if m is None or not (m[3] or year):
        return []
    a, b, y = int(m[1]), int(m[2]), int(m[3] or year)
    found = []
    for month, day, first in ((a, b, "month"), (b, a, "day")):
        try:
            found.append((date(y, month, day), first))
        except ValueError:
            continue
    return found


def _cost(names: Sequence[str], pick: Sequence[tuple[date, str]]) -> float:
    sent = [d for n, (d, _) in zip(names, pick, strict=True) if n == "sent"]
    received = [d for n, (d, _) in zip(names, pick, strict=True) if n == "received"]
    gaps = [(r - s).days for s in sent for r in received]
    orders = {first for d, first in pick if d.day != d.month}
    return (
        sum(0 if 0 <= g <= _SLOW else 10 + min(abs(g), 400) / 100 for g in gaps)
        + (_CHANGED if len(orders) > 1 else 0)
        + (_EUROPEAN if orders == {"day"} else 0)
    )
