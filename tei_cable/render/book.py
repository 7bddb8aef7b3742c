"""Telegrams as a book: what its title page and its metadata say."""

from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.model import Cable
from tei_cable.render.facts import day
from tei_cable.render.record import Record, record


class Book(NamedTuple):
    """One telegram or many. `dates` are the first and the last day as far as they are known; `language` is that of the first telegram."""

    title: str
    dates: tuple[str, ...]
    language: str
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    records: tuple[Record, ...]


def book(cables: Sequence[Cable]) -> Book:
    """What the telegrams are together."""
    records = [record(c, i) for i, c in enumerate(cables)]
    days = sorted(filter(None, map(day, cables)))
    dates = tuple(dict.fromkeys((*days[:1], *days[-1:])))
    name = records[0].title if len(records) == 1 else ", ".join(filter(None, (f"{len(records)} telegrams", " to ".join(dates))))
    return Book(
        name,
        dates,
        cables[0].lang,
        tuple(dict.fromkeys(p.name for r in records for p in r.senders)),
        tuple(dict.fromkeys(p.name for r in records for p in r.recipients)),
        tuple(records),
    )
