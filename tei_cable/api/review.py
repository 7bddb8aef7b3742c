"""The verbs of `tei-cable review`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tei_cable.batch.items import items
from tei_cable.files import read_bytes
from tei_cable.pipeline import Converter

if TYPE_CHECKING:
    from tei_cable.desk.doubts import Doubt
    from tei_cable.desk.queue import Applied, Queued
    from tei_cable.desk.serving.server import Server
    from tei_cable.desk.sources import Credited


def review_sources(
    files: Sequence[str], *, by: Sequence[str] = (), strip: bool = False, accept: str = "", date: str = "", glob: str = "*.xml"
) -> "Iterator[Credited]":
    """Who made the tags of TEI files: those whose maker has all the words `by` (an id, a version, a part of tei-cable, a list).

    With `strip` these tags are taken away, with `accept` (an editor's name or id) they become the editor's, on the `date` (YYYY-MM-DD; else
    today): in the files. A file with which that cannot be done does not stop the others. Raises BadRequest, and BadQuestion for an invalid date.
    """
    from tei_cable.desk.sources import review_files

    return review_files(items(files, glob, "tei"), by, strip=strip, accept=accept, date=date)


def review_export(
    files: Sequence[str], *, decisions: Sequence[str] = (), authority: Sequence[str] = (), core_authority: bool = True, glob: str = "*.xml"
) -> "Iterator[Queued]":
    """What is in doubt in TEI files, with alternatives and evidence, file by file; without what the files `decisions` have decided.

    A file that cannot be read does not stop the others. Raises BadList, and BadRequest for decisions that cannot be read.
    """
    from tei_cable.desk.evidence import Evidence
    from tei_cable.desk.queue import queued
    from tei_cable.desk.tables import read

    decided = [d for path in decisions for d in read(path, read_bytes(path))]
    return queued(items(files, glob, "tei"), Evidence(Converter(authority, core_authority)).of, decided)


def review_table(path: str, doubts: "Iterable[Doubt]") -> bytes:
    """Doubts, the most valuable first, as a table for an editor; the name of its file says the form (.csv, .xlsx, .json, .jsonl).

    Raises BadRequest for another form, and desk.tables.Missing for a library that is not installed.
    """
    from tei_cable.desk.decisions import Decision
    from tei_cable.desk.doubts import by_value
    from tei_cable.desk.tables import written

    return written(path, (Decision(d, "") for d in by_value(doubts)))


def review_apply(
    decisions: str,
    files: Sequence[str],
    *,
    resp: str = "",
    date: str = "",
    into: str = "",
    authority: Sequence[str] = (),
    glob: str = "*.xml",
) -> "Iterator[Applied]":
    """Write the decisions of a table or a file of decisions into TEI files, and those carried out at the end of the file `into`.

    `resp` (an editor's name or id) decided, on the `date` (YYYY-MM-DD; else today), what the table does not say by whom and when. A file that cannot
    be changed does not stop the others. Raises BadRequest for a table that cannot be read or decisions of nobody, BadQuestion for a date that is
    none, and BadList.
    """
    from tei_cable.authority.lists import load_unsearched
    from tei_cable.desk.decisions import last, signed
    from tei_cable.desk.queue import applied
    from tei_cable.desk.tables import read

    decided = signed(last(read(decisions, read_bytes(decisions))), resp, date)
    return applied(items(files, glob, "tei"), decided, load_unsearched(authority).entity, into)


def review_serve(
    files: Sequence[str],
    decisions: str,
    *,
    resp: str,
    port: int = 0,
    authority: Sequence[str] = (),
    core_authority: bool = True,
    glob: str = "*.xml",
) -> "Server":
    """The desk in the browser for the queue of TEI files, on this machine alone: `address` is what to open, `serve_forever` hands it out.

    Each decision of the editor `resp` (a name or id) is added to the file `decisions` at once; what is decided there is not asked again. Port 0 is a
    free one. Files that cannot be reviewed are in `work.problems`. Raises BadRequest, BadList, and OSError for a file of decisions that cannot be
    written.
    """
    from tei_cable.desk.serving.server import Server
    from tei_cable.desk.serving.work import Work

    return Server(Work(items(files, glob, "tei"), decisions, resp, Converter(authority, core_authority)), port)
