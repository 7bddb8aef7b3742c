"""Convert many telegrams: what is done with each, and what is known of it afterwards."""

import errno
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tei_cable import __version__
from tei_cable.batch.journal import Before, Journal, findings, told
from tei_cable.batch.outputs import Folder, Output, is_archive, output
from tei_cable.batch.workers import Done, Lost, Sent, Spread, Work, Workers, run
from tei_cable.desk.keeping import Keeping
from tei_cable.files import BadRequest, Item, read_bytes
from tei_cable.model import Diagnostic, Source
from tei_cable.pipeline import OURS, Conversion, Converter
from tei_cable.recognisers.asking import FAILED, opened
from tei_cable.text.load import Unreadable, load

# After these the next file would fare no better.
_FATAL = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.ESTALE, errno.ENXIO, errno.ENODEV}


class Stopped(ValueError):
    """The place that telegrams are read from or written to has failed, so that the rest could not be done. The message is a sentence."""


class Failed(ValueError):
    """A telegram among many could not be converted. The message is a sentence."""


class Made(NamedTuple):
    """What became of a telegram: its TEI, the dialect it was read as and why, all findings."""

    tei: bytes
    dialect: str
    why: str
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Converted:
    """One telegram of many: what became of it, or the error (OSError, Unreadable, Failed, BadRequest) for which nothing did.

    `place` is its path below the folder or in the archive that it comes from; `skipped` is whether it was done already, by an earlier run.
    """

    name: str
    place: str
    data: bytes
    made: Made | None
    error: Exception | None = None
    skipped: bool = False

    @property
    def source(self) -> Source:
        """The text, as loaded."""
        return load(self.data, self.name)[0]


@dataclass(frozen=True)
class Converting:
    """The task to convert as `api.convert` does. `lists` and `decisions` are the names and bytes of files, since a worker may have other disks."""

    dialect: str
    core: bool
    lists: tuple[tuple[str, bytes], ...]
    recognisers: tuple[str, ...] = ()
    profile: str = OURS
    decisions: tuple[tuple[str, bytes], ...] = ()

    @classmethod
    def of(
        cls,
        dialect: str = "auto",
        authority: Sequence[str] = (),
        core_authority: bool = True,
        recogniser: Sequence[str] = (),
        profile: str = OURS,
        decisions: Sequence[str] = (),
    ) -> "Converting":
        """With the lists and decisions at these paths. Raises OSError."""
        lists, decided = (tuple((str(path), read_bytes(path)) for path in paths) for paths in (authority, decisions))
        return cls(dialect, core_authority, lists, tuple(recogniser), profile, decided)

    @cached_property
    def key(self) -> str:
        """What of the settings, and of the program, decides on the TEI."""
        lists = [(Path(name).name, hashlib.sha256(data).digest()) for name, data in self.lists]
        told = repr((__version__, self.dialect, self.core, lists, self.recognisers, self.profile, self.decisions))
        return hashlib.sha256(told.encode()).hexdigest()

    def prepare(self) -> Work:
        """Load lists, core authority and recognisers. Raises BadList and BadRecogniser."""
        with tempfile.TemporaryDirectory() as folder:
            paths = [_at_hand(Path(folder, str(i)), name, data) for i, (name, data) in enumerate(self.lists)]
            settings = (paths, self.core, self.dialect, opened(self.recognisers), self.profile)
            return working(Keeping(self.decisions, *settings) if self.decisions else Converter(*settings))


def working(converter: Converter) -> Work:
    """What is done with each lot of telegrams: the TEI of each, or the finding that says why it is no text."""

    def work(lot: Sequence[Sent]) -> Sequence[Made | Diagnostic]:
        loaded = [_loaded(name, data) for name, data in lot]
        made = iter(converter.convert_batch([read[0] for read in loaded if isinstance(read, tuple)]))
        return [_made(next(made), read[1]) if isinstance(read, tuple) else read for read in loaded]

    return work


def outcome(place: str) -> str:
    """Where the TEI of a telegram is: NAME.txt becomes NAME.xml."""
    return os.path.splitext(place)[0] + ".xml"


def convert_all(
    documents: Iterable[Item], path: str, task: Converting, prepare: Callable[[], Work], spread: Spread, resume: bool
) -> Iterator[Converted]:
    """Convert and write, in the order of the documents; each is written when it is handed on.

    `prepare` does here what the task does elsewhere, at the same time. Raises what it raises, BadRequest for what cannot be gone on with or
    written into, and Stopped when no further document can be read or written.
    """
    if resume and is_archive(path):
        raise BadRequest(f"{path}: only a folder can be gone on with; convert into a folder, and pack it afterwards")
    workers = spread.workers(task)
    try:
        return _each(documents, path, task.key, prepare(), workers, resume)
    except BaseException:
        if workers:
            workers.close()
        raise


def _each(documents: Iterable[Item], path: str, key: str, work: Work, workers: Workers | None, resume: bool) -> Iterator[Converted]:
    number, whole, into = 0, False, output(path, "tei")
    journal = Journal(into.path, key, resume) if isinstance(into, Folder) else None
    try:
        for done in run(work, _known(documents, journal), workers):
            yield _written(done, into, journal)
            number += 1
        whole = True
    except OSError as e:
        raise Stopped(f"{e.filename or path}: {(e.strerror or str(e)).lower()}; {number} telegrams are done; go on with --resume") from e
    finally:
        into.close(whole)
        if journal:
            journal.close(whole)


def _known(documents: Iterable[Item], journal: Journal | None) -> Iterator[Done]:
    """The documents with their bytes; those that are done already with what was told of them. Raises OSError when their folder has gone."""
    for item in documents:
        data = item.attempt()
        if isinstance(data, OSError) and (data.errno in _FATAL or not Path(item.name).parent.exists()):
            raise data
        if not isinstance(data, bytes):
            yield Done(item, b"", None, data)
        else:
            yield Done(item, data, journal.done(item.place, data, outcome(item.place)) if journal else None)


def _written(done: Done, into: Output, journal: Journal | None) -> Converted:
    """Write what was made of a document. Raises OSError when the next would fare no better."""
    (item, data, result, error), made = done, None
    try:
        if isinstance(result, Made):
            into.write(outcome(item.place), result.tei)
            # one without what a recogniser would have found is to be converted again
            if journal and FAILED.code not in {d.code for d in result.diagnostics}:
                journal.add(item.place, data, result.tei, told(result.diagnostics, dialect=result.dialect, why=result.why))
            made = result
        elif isinstance(result, Before) and journal:
            journal.keep(result)
            made = Made(result.outcome, result.told["dialect"], result.told["why"], findings(result.told))
    except OSError as e:
        if e.errno in _FATAL or (isinstance(into, Folder) and not into.path.is_dir()):
            raise
        error = e
    if isinstance(result, Diagnostic):
        error = Unreadable(result)
    if isinstance(result, Lost):
        error = Failed(f"{item.name}: tei-cable could not convert this ({type(result.error).__name__}: {result.error}); please report it")
    return Converted(item.name, item.place, data, made, error, isinstance(result, Before))


def _at_hand(folder: Path, name: str, data: bytes) -> str:
    """A path at which a list is on this machine: its own, or that of a copy."""
    if Path(name).is_file() and Path(name).read_bytes() == data:
        return name
    folder.mkdir()
    copy = folder / Path(name).name
    copy.write_bytes(data)
    return str(copy)


def _loaded(name: str, data: bytes) -> tuple[Source, list[Diagnostic]] | Diagnostic:
    try:
        return load(data, name)
    except Unreadable as e:
        return e.diagnostic


def _made(conversion: Conversion, before: Sequence[Diagnostic]) -> Made:
    return Made(conversion.tei, conversion.cable.dialect, conversion.why, (*before, *conversion.diagnostics))
