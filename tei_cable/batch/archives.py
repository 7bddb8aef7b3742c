"""What zip and tar archives, JSON Lines and Parquet tables hold, member by member, without unpacking them."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

from tei_cable.extras import needed
from tei_cable.files import BadRequest, matches

ZIP, TAR, LINES, PARQUET = (".zip",), (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz"), (".jsonl", ".ndjson"), (".parquet",)
# Which column names a document, the first that there is.
_NAMES = ("name", "path", "id")


class Member(NamedTuple):
    """A member of an archive: its name there, its size in bytes, and how its bytes are had, before the next member is asked for."""

    name: str
    size: int
    read: Callable[[], bytes]


Opener = Callable[[Path, str, str], Iterator[Member]]


def opener(name: str) -> Opener | None:
    """What reads an archive of that name: a function of its path, a pattern of names and a column; None when the name is of no archive."""
    known: tuple[tuple[tuple[str, ...], Opener], ...] = ((ZIP, _zip), (TAR, _tar), (LINES, _lines), (PARQUET, _parquet))
    return next((read for suffixes, read in known if name.lower().endswith(suffixes)), None)


def _zip(path: Path, pattern: str, _: str) -> Iterator[Member]:
    import zipfile

    with _readable(path), zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.is_dir() and matches(info.filename, pattern):
                yield Member(info.filename, info.file_size, lambda info=info: archive.read(info))  # type: ignore[misc]


def _tar(path: Path, pattern: str, _: str) -> Iterator[Member]:
    import tarfile

    with _readable(path), tarfile.open(path, "r|*") as archive:
        for info in archive:
            if info.isfile() and matches(info.name, pattern):
                yield Member(info.name, info.size, lambda info=info: _whole(archive.extractfile(info)))  # type: ignore[misc]


def _whole(file: IO[bytes] | None) -> bytes:
    return file.read() if file else b""


def _lines(path: Path, _: str, field: str) -> Iterator[Member]:
    with path.open("rb") as file:
        for n, line in enumerate(file, 1):
            if not line.isspace():
                try:
                    yield _record(f"{path}, line {n}", json.loads(line), n, field)
                except ValueError as e:
                    yield _broken(f"{n}.txt", e if isinstance(e, BadRequest) else BadRequest(f"{path}, line {n}: this is not JSON ({e})"))


def _parquet(path: Path, _: str, field: str) -> Iterator[Member]:
    arrow, parquet = needed("pyarrow", "parquet"), needed("pyarrow.parquet", "parquet")
    try:
        with parquet.ParquetFile(path) as table:
            columns = [c for c in (*_NAMES, field) if c in table.schema_arrow.names]
            rows = (row for batch in table.iter_batches(256, columns=columns) for row in batch.to_pylist())
            yield from (_record(f"{path}, row {n}", row, n, field) for n, row in enumerate(rows, 1))
    except arrow.ArrowException as e:
        raise BadRequest(f"{path}: this is no Parquet table ({e})") from e


def _record(where: str, record: Any, n: int, field: str) -> Member:
    if not isinstance(record, dict) or not isinstance(record.get(field), str):
        raise BadRequest(f"{where}: there is no {field!r}; each record needs one, and a name, path or id")
    name = next((str(record[key]) for key in _NAMES if record.get(key)), str(n))
    data = record[field].encode("utf-8", "surrogatepass")
    return Member(name if name.endswith((".txt", ".xml")) else f"{name}.txt", len(data), lambda: data)


def _broken(name: str, error: BadRequest) -> Member:
    """The place of a record that cannot be read, so that the others are not stopped by it."""

    def fail() -> bytes:
        raise error

    return Member(name, 0, fail)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    import tarfile
    import zipfile

    try:
        yield
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, NotImplementedError, RuntimeError) as e:
        raise BadRequest(f"{path}: this archive cannot be read ({e}); pack it anew") from e
