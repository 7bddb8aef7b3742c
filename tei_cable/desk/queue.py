"""The review queue of many files, and decisions written into them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_cable.desk.deciding import Entries, decide
from tei_cable.desk.decisions import Decision, append, last, of_telegram
from tei_cable.desk.doubts import Asked, Doubt, doubts, telegram_of
from tei_cable.files import BadRequest, Item
from tei_cable.tei.parse import read_tree


class Queued(NamedTuple):
    """One file: its doubts in the order of the text, or the error for which there are none."""

    path: str
    doubts: Sequence[Doubt] = ()
    error: Exception | None = None


class Applied(NamedTuple):
    """One file: the decisions that hold in it now, those that no longer apply with the reason, or the error for which nothing was done."""

    path: str
    kept: Sequence[Decision] = ()
    lost: Sequence[tuple[Decision, str]] = ()
    error: Exception | None = None


def queued(files: Iterable[Item], evidence: Asked | None = None, decided: Iterable[Decision] = ()) -> Iterator[Queued]:
    """The doubts of files, without those that are `decided` already."""
    done = list(last(decided))
    for item in files:
        try:
            found = doubts(item.read(), item.name, evidence)
        except (OSError, ValueError, etree.XMLSyntaxError) as e:
            yield Queued(item.name, error=_error(e))
        else:
            yield Queued(item.name, [d for d in found if not any(x.doubt.id == d.id for x in of_telegram(done, d.telegram, d.source))])


def applied(files: Iterable[Item], decisions: Iterable[Decision], entries: Entries, into: str = "") -> Iterator[Applied]:
    """Carry out decisions in the files whose telegrams they are on, and add those carried out to the file `into`.

    A file is written in its place when it changes.
    """
    wanted = last(decisions)
    for item in files:
        try:
            data = item.read()
            made = decide(data, of_telegram(wanted, *telegram_of(read_tree(data))), entries)
            if made.data != data:
                item.write(made.data)
            if into and made.kept:
                append(Path(into), made.kept)
        except (OSError, ValueError, etree.XMLSyntaxError) as e:
            yield Applied(item.name, error=_error(e))
        else:
            yield Applied(item.name, made.kept, made.lost)


def _error(e: Exception) -> Exception:
    if isinstance(e, etree.XMLSyntaxError):
        return BadRequest(f"this is not well-formed XML ({' '.join((e.msg or 'no element').split())})")
    if isinstance(e, OSError | BadRequest):
        return e
    raise e
