"""The library: one function for each verb of the command line, with the same names and defaults."""

import importlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, TypeVar, Unpack

from lxml import etree

from tei_cable.files import STDIN, BadRequest, pairs, read_bytes
from tei_cable.model import Diagnostic, Source, Span
from tei_cable.pipeline import FALLBACK, OURS, Conversion, Converter
from tei_cable.readers import Claim
from tei_cable.recognisers import Recogniser
from tei_cable.recognisers.asking import opened
from tei_cable.registry import parts
from tei_cable.tei.parse import read_tree
from tei_cable.text.load import load

if TYPE_CHECKING:
    from tei_cable.api.corpus import corpus_audit as corpus_audit
    from tei_cable.api.corpus import corpus_compare as corpus_compare
    from tei_cable.api.corpus import corpus_index as corpus_index
    from tei_cable.api.corpus import corpus_network as corpus_network
    from tei_cable.api.corpus import write_network as write_network
    from tei_cable.api.corpus import write_targets as write_targets
    from tei_cable.api.lists import authority_check as authority_check
    from tei_cable.api.lists import authority_import as authority_import
    from tei_cable.api.lists import authority_show as authority_show
    from tei_cable.api.lists import office as office
    from tei_cable.api.lists import offices as offices
    from tei_cable.api.review import review_apply as review_apply
    from tei_cable.api.review import review_export as review_export
    from tei_cable.api.review import review_serve as review_serve
    from tei_cable.api.review import review_sources as review_sources
    from tei_cable.api.review import review_table as review_table
    from tei_cable.batch.conversion import Converted
    from tei_cable.batch.workers import Work
    from tei_cable.desk.evaluate import Evaluation
    from tei_cable.desk.exports import Format, Written
    from tei_cable.exporters import Export
    from tei_cable.files import Item
    from tei_cable.tei.verify import Certificate
    from tei_cable.validation import Validated
    from tei_cable.validation import fix as fix
    from tei_cable.validation import validate as validate

PathOrBytes = str | os.PathLike[str] | bytes
_T = TypeVar("_T")
# So many telegrams take about as long as another process takes to start.
FEW = 200
# What stands in modules of its own, and is imported when it is asked for: it needs nothing that converts, and what converts nothing of it.
_APART = {
    "api.corpus": "corpus_audit corpus_compare corpus_index corpus_network write_network write_targets",
    "api.lists": "authority_check authority_import authority_show office offices",
    "api.review": "review_apply review_export review_serve review_sources review_table",
    "validation": "fix validate",
}


class UnknownDialect(ValueError):
    """There is no dialect of that name. The message names those that there are."""


class NotXml(ValueError):
    """A TEI file is not well-formed. The message is a sentence that names it."""


class NotJson(ValueError):
    """A certificate is not JSON. The message is a sentence that names it."""


class Dialect(NamedTuple):
    """A layout of telegrams: its name, what its reader reads, and the reader's claim on a file, if one was asked about."""

    name: str
    reads: str
    claim: Claim | None = None


class How(TypedDict, total=False):
    """How telegrams are converted: see `convert`."""

    dialect: str
    authority: Sequence[str]
    core_authority: bool
    recogniser: Sequence[str]
    profile: str
    decisions: Sequence[str]


class Many(Iterator[_T]):
    """What is done with many files, one after the other; `len` is how many there are."""

    def __init__(self, number: int, results: Iterator[_T]):
        self._number, self._results = number, results

    def __len__(self) -> int:
        return self._number

    def __next__(self) -> _T:
        return next(self._results)


def __getattr__(name: str) -> Any:
    for module, names in _APART.items():
        if name in names.split():
            return getattr(importlib.import_module(f"tei_cable.{module}"), name)
    raise AttributeError(f"module 'tei_cable.api' has no attribute '{name}'")


def convert(source: PathOrBytes, *, update: PathOrBytes = "", **how: Unpack[How]) -> Conversion:
    """The TEI of one telegram, with all findings.

    `source` is the path of a text file (`-`: standard input) or its bytes. `how`: `dialect` is the name of a reader (else "auto"); `authority` are
    paths of lists (TEI, CSV, JSON), and `core_authority` is whether those of tei-cable are used; `recogniser` are names of programs that are asked
    for names besides (`recognisers` says where they send the text); `profile` is whose TEI is written (see `profiles`); `decisions` are files of what
    editors decided, which is kept. With `update`, TEI of this source edited by hand, the result is that TEI with what the conversion adds.
    Raises OSError for a file that cannot be read, Unreadable for one that is not text, UnknownDialect, UnknownFormat for an unknown profile,
    BadList for a list that cannot be used, BadRecogniser, NotXml, and BadRequest for decisions or an edited file that cannot be used.
    """
    if not update:
        return _convert(source, _converter(**how))
    from tei_cable.desk.keeping import updated

    decided = how.pop("decisions", ())
    converter = _converter(**how)
    with _xml(update):
        return updated(_convert(source, converter), _bytes(update), [(os.fspath(d), read_bytes(d)) for d in decided], converter.authority.entity)


def convert_all(
    sources: Sequence[str],
    into: str,
    *,
    glob: str = "*.txt",
    jobs: int = 0,
    scheduler: str = "",
    resume: bool = False,
    **how: Unpack[How],
) -> "Many[Converted]":
    """Convert files, folders and archives into a folder, whose tree is mirrored, or into an archive (.zip, .tar, .jsonl, .parquet).

    `how` is what `convert` takes: `dialect`, `authority`, `core_authority`, `recogniser`, `profile`, `decisions`.
    `jobs` is the number of processes (0: as many as the machine has cores, for more than a few hundred telegrams); `scheduler` the address of a
    Dask cluster, or `local` to make one. With `resume`, what an earlier run into the folder has done is not done again. A telegram that cannot be
    read, converted or written does not stop the others. Raises BadRequest, UnknownDialect, BadList and BadRecogniser before anything is written,
    and Stopped when a disk is full or a folder has gone.
    """
    from tei_cable.batch import conversion
    from tei_cable.batch.items import LARGEST, items, planned
    from tei_cable.batch.workers import Spread

    def documents() -> "Iterator[Item]":
        return items(sources, glob, "text", LARGEST)

    def here() -> "Work":
        return conversion.working(_converter(**how))

    number = planned(documents, conversion.outcome)
    task, spread = conversion.Converting.of(**how), Spread.of(jobs, scheduler, number, FEW)
    return Many(number, conversion.convert_all(documents(), into, task, here, spread, resume))


def recognisers(names: Sequence[str]) -> tuple[Recogniser, ...]:
    """The recognisers of these names (`spacy:PIPELINE`, `chat:ADDRESS#MODEL`); `sends_to` of each is the machine that gets the text, "" for none.

    Raises BadRecogniser for one that cannot be used.
    """
    return _opened(tuple(names)) if names else ()


@lru_cache(maxsize=4)
def _opened(names: tuple[str, ...]) -> tuple[Recogniser, ...]:
    """Pipelines take seconds to load: calls alike share them."""
    return opened(names)


def verify(source: PathOrBytes, tei: PathOrBytes) -> "Certificate":
    """The fidelity certificate of a TEI file: is every character of the source there, and nothing else?

    `tei_cable.tei.certificate.as_json` gives it as plain data. Raises OSError and Unreadable as `convert` does, and NotXml for TEI that is not
    well-formed.
    """
    from tei_cable.tei import verify as certificate

    with _xml(tei):
        return certificate.verify(_load(source)[0], _bytes(tei))


def recheck(certificate: PathOrBytes, source: PathOrBytes, tei: PathOrBytes) -> list[str]:
    """What is wrong with a certificate (JSON) for these two files, in sentences; nothing if it holds. Raises as `verify` does, and NotJson."""
    from tei_cable.tei.certificate import recheck as check

    try:
        held = json.loads(_bytes(certificate))
    except ValueError as e:
        raise NotJson(f"{'the certificate' if isinstance(certificate, bytes) else os.fspath(certificate)}: this is not JSON ({e})") from e
    with _xml(tei):
        return check(held, _load(source)[0], _bytes(tei))


@contextmanager
def _xml(tei: PathOrBytes) -> Iterator[None]:
    """Errors of XML as NotXml, with the name of the file."""
    try:
        yield
    except etree.XMLSyntaxError as e:
        name = "the TEI" if isinstance(tei, bytes) else os.fspath(tei)
        raise NotXml(f"{name}: this is not well-formed XML ({_fault(e)}); mend it, or convert the telegram anew") from e


def evaluate(gold: str, made: str) -> "Evaluation":
    """How well the tags of TEI agree with gold TEI of the same text: two files, or two folders with files of the same names below them.

    NAME.gold.xml is the gold of NAME.xml too. Raises OSError, NotXml, and BadRequest when no file of a folder has its counterpart.
    """
    from tei_cable.desk.evaluate import evaluate as compare

    return compare((name, root(g), root(m)) for name, g, m in pairs(gold, made))


def validate_all(
    sources: Sequence[str],
    *,
    schema: Sequence[str] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    glob: str = "*.xml",
    jobs: int = 1,
    ready_for: str = "",
) -> "Iterator[Validated]":
    """Validate TEI files, folders and archives as `validate` does one; a file that cannot be read does not stop the others. Raises BadSchema."""
    from tei_cable.batch.items import items
    from tei_cable.batch.validating import validate_all as check
    from tei_cable.batch.workers import Spread
    from tei_cable.validation.opening import LARGEST
    from tei_cable.validation.plan import Plan
    from tei_cable.validation.readiness import asked

    plan = Plan(asked(schema, ready_for), select, ignore, ready_for=ready_for)
    return check(items(sources, glob, "tei", LARGEST), plan, Spread(jobs))


def export(tei: PathOrBytes | Sequence[PathOrBytes], to: str = "", *, profile: str = "", glob: str = "*.xml") -> "Export":
    """TEI in another format (`formats` tells which), or by the `profile` of another house (`profiles`), with what it cannot hold.

    `tei` is the path of a file, folder or archive, bytes, or several of them, for a format that takes many telegrams. Raises OSError, NotTei,
    UnknownFormat, BadRequest for many telegrams in a format that takes one, and Missing for a library that is not installed.
    """
    from tei_cable.batch.items import items
    from tei_cable.desk.exports import export as write

    given = [tei] if isinstance(tei, str | bytes | os.PathLike) else tei
    named = ([(None, t)] if isinstance(t, bytes) else ((i.name, i.read()) for i in items([os.fspath(t)], glob, "tei")) for t in given)
    return write((document for documents in named for document in documents), to, profile)


def export_each(
    sources: Sequence[str], to: str = "", *, profile: str = "", glob: str = "*.xml", jobs: int = 0, scheduler: str = ""
) -> "Iterator[Written | Exception]":
    """Each telegram of TEI files, folders and archives in a file of its own; an error in the place of what could not be done.

    A format of several files (`csv`) makes one set of all. `jobs` and `scheduler` are as for `convert_all`. Raises UnknownFormat, BadRequest and
    Missing.
    """
    from tei_cable.batch.exporting import Exporting, export_each, export_set
    from tei_cable.batch.items import items
    from tei_cable.batch.workers import Spread
    from tei_cable.desk.exports import exporter

    chosen, documents = exporter(to, profile), items(sources, glob, "tei")
    if chosen.takes == "two":
        raise BadRequest(f"the format {to} makes one file of two telegrams; name the file with -o FILE")
    if not chosen.suffix:
        return export_set(documents, to, profile)
    number = sum(1 for _ in items(sources, glob, "tei"))
    return Many(number, export_each(documents, Exporting(to, profile), Spread.of(jobs, scheduler, number, FEW)))


def formats() -> "tuple[Format, ...]":
    """The formats that TEI can be written in."""
    from tei_cable.desk.exports import formats as known

    return known()


def profiles() -> "tuple[Format, ...]":
    """The profiles of TEI that there are: what other houses and tools ask for."""
    from tei_cable.desk.exports import formats as known

    return known("profiles")


def dialects(file: PathOrBytes | None = None) -> tuple[Dialect, ...]:
    """The dialects that there are; for a file, with how sure each reader is that the file is of it, and why, the surest first.

    Raises OSError and Unreadable as `convert` does.
    """
    readers = sorted(parts("readers").items(), key=lambda r: r[0] == FALLBACK)
    known = [Dialect(name, (type(r).__doc__ or "").partition("\n")[0]) for name, r in readers]
    if file is None:
        return tuple(known)
    source = _load(file)[0]
    claims = [r.claim(source, Span(0, len(source.text))) for _, r in readers]
    return tuple(sorted((d._replace(claim=c) for d, c in zip(known, claims, strict=True)), key=lambda d: -d.claim.score if d.claim else 0))


def _convert(source: PathOrBytes, converter: Converter) -> Conversion:
    loaded, found = _load(source)
    conversion = converter.convert(loaded)
    return replace(conversion, diagnostics=(*found, *conversion.diagnostics))


def _converter(
    dialect: str = "auto",
    authority: Sequence[str] = (),
    core_authority: bool = True,
    recogniser: Sequence[str] = (),
    profile: str = OURS,
    decisions: Sequence[str] = (),
) -> Converter:
    lists = tuple((os.fspath(a), _changed(a)) for a in authority)
    decided = tuple((os.fspath(d), read_bytes(d)) for d in decisions)
    return _kept(dialect, lists, core_authority, recognisers(recogniser), profile, decided)


@lru_cache(maxsize=4)
def _kept(
    dialect: str,
    authority: Sequence[tuple[str, float]],
    core: bool,
    asked: tuple[Recogniser, ...],
    profile: str,
    decided: Sequence[tuple[str, bytes]],
) -> Converter:
    """One converter for calls alike: lists are read once, and anew when their files change."""
    known = ["auto", *parts("readers")]
    if dialect not in known:
        raise UnknownDialect(f"there is no dialect {dialect!r}; there are {', '.join(known)}")
    if profile != OURS:
        from tei_cable.desk.exports import exporter

        exporter("", profile)
    lists = [path for path, _ in authority]
    if not decided:
        return Converter(lists, core, dialect, asked, profile)
    from tei_cable.desk.keeping import Keeping

    return Keeping(decided, lists, core, dialect, asked, profile)


def _changed(path: str) -> float:
    """When a file changed; 0 for one that is not there, of which whoever reads it will tell."""
    return Path(path).stat().st_mtime if Path(path).exists() else 0.0


def root(path: str) -> etree._Element:
    """The root of a TEI file. Raises OSError and NotXml."""
    with _xml(path):
        return read_tree(_bytes(path))


def _fault(error: etree.XMLSyntaxError) -> str:
    return " ".join((error.msg or "no element").split())


def _bytes(file: PathOrBytes) -> bytes:
    return file if isinstance(file, bytes) else read_bytes(file)


def _load(file: PathOrBytes) -> tuple[Source, list[Diagnostic]]:
    return load(_bytes(file), None if isinstance(file, bytes) or file == STDIN else os.fspath(file))
