"""Telegrams as a book: what its title page and its metadata say."""

from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.model import Cable
from tei_cable.render.facts import day
from tei_cable.render.record import Record, records


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
    every = records(cables)
    days = sorted(filter(None, map(day, cables)))
    dates = tuple(dict.fromkeys((*days[:1], *days[-1:])))
    name = every[0].title if len(every) == 1 else ", ".join(filter(None, (f"{len(every)} telegrams", " to ".join(dates))))
    return Book(
        name,
        dates,
        cables[0].lang,
        tuple(dict.fromkeys(p.name for r in every for p in r.senders)),
        tuple(dict.fromkeys(p.name for r in every for p in r.recipients)),
        every,
    )
