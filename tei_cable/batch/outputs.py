"""Where the outcomes of many documents go: into a folder, each in a file of its own, or all into one archive or table."""

import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from tei_cable.batch.archives import LINES, PARQUET, TAR, ZIP
from tei_cable.extras import needed
from tei_cable.files import BadRequest, beside, write_whole

# The earliest time that a zip archive can tell: archives of the same documents are the same, whenever they are made.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644
_ROWS = 1000


class Output(Protocol):
    """Takes the outcomes of documents in their order. `close` puts an archive in its place; until then nobody sees it."""

    def write(self, place: str, data: bytes) -> None:
        """Write one outcome; its folders are parted by `/`. Raises OSError."""

    def close(self, whole: bool) -> None:
        """Finish; `whole` is whether all outcomes were written."""


class Folder:
    """A file for each outcome; the tree is mirrored."""

    def __init__(self, path: Path):
        self.path, self._name = path, str(path)
        path.mkdir(parents=True, exist_ok=True)

    def write(self, place: str, data: bytes) -> None:
        """Write a file whole."""
        if not os.path.isdir(self._name):
            # it was there when the run began: it is not ours to make it again where another disk was
            raise FileNotFoundError(2, "the folder has vanished", self._name)
        write_whole(os.path.join(self._name, place), data, alone=True)

    def close(self, whole: bool) -> None:
        """Every file is in its place already."""


class Archive:
    """All outcomes in one file, which comes into its place when all are written."""

    def __init__(self, path: Path, field: str):
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._part = path, Path(beside(path))
        try:
            self._write, self._end = _writer(path)(self._part, field)
        except BaseException:
            self._part.unlink(missing_ok=True)
            raise

    def write(self, place: str, data: bytes) -> None:
        """Add a member."""
        self._write(place, data)

    def close(self, whole: bool) -> None:
        """Put the archive in its place, or remove what there is of it."""
        try:
            self._end()
            if whole:
                self._part.replace(self._path)
        finally:
            self._part.unlink(missing_ok=True)


_Pair = tuple[Callable[[str, bytes], None], Callable[[], None]]


def output(path: str, field: str) -> Output:
    """A folder, or the archive or table that the suffix names; `field` is the column of a table. Raises OSError."""
    return Archive(Path(path), field) if is_archive(path) else Folder(Path(path))


@contextmanager
def writing(path: str) -> Iterator[Output]:
    """An output that is closed in the end. Raises OSError."""
    into, whole = output(path, "tei"), False
    try:
        yield into
        whole = True
    finally:
        into.close(whole)


def is_archive(path: str) -> bool:
    """Whether a name is that of an archive or table."""
    return path.lower().endswith((*ZIP, *TAR, *LINES, *PARQUET))


def _writer(path: Path) -> Callable[[Path, str], _Pair]:
    name = path.name.lower()
    if name.endswith(ZIP):
        return _zip
    if name.endswith(LINES):
        return _lines
    if name.endswith(PARQUET):
        return _parquet
    if name.endswith(".tar"):
        return _tar
    raise BadRequest(f"{path}: archives are written as .zip, .tar, .jsonl or .parquet; choose one of these names")


def _zip(part: Path, _: str) -> _Pair:
    import zipfile

    archive = zipfile.ZipFile(part, "w")

    def write(name: str, data: bytes) -> None:
        info = zipfile.ZipInfo(name, _NO_TIME)
        info.external_attr = _MODE << 16
        archive.writestr(info, data, zipfile.ZIP_DEFLATED)

    return write, archive.close


def _tar(part: Path, _: str) -> _Pair:
    import tarfile

    archive = tarfile.open(part, "w", format=tarfile.PAX_FORMAT)  # noqa: SIM115 - closed by whoever closes the output

    def write(name: str, data: bytes) -> None:
        info = tarfile.TarInfo(name)
        info.size, info.mode = len(data), _MODE
        archive.addfile(info, io.BytesIO(data))

    return write, archive.close


def _lines(part: Path, field: str) -> _Pair:
    file = part.open("wb")

    def write(name: str, data: bytes) -> None:
        file.write(json.dumps({"name": name, field: data.decode()}, ensure_ascii=False).encode() + b"\n")

    return write, file.close


def _parquet(part: Path, field: str) -> _Pair:
    pa, parquet = needed("pyarrow", "parquet"), needed("pyarrow.parquet", "parquet")
    schema = pa.schema([("name", pa.string()), (field, pa.string())])
    writer: Any = parquet.ParquetWriter(part, schema, compression="zstd")
    rows: list[dict[str, str]] = []

    def flush() -> None:
        if rows:
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
            rows.clear()

    def write(name: str, data: bytes) -> None:
        rows.append({"name": name, field: data.decode()})
        if len(rows) == _ROWS:
            flush()

    def end() -> None:
        flush()
        writer.close()

    return write, end
