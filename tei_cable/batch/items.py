"""The documents that sources name: files, folders, and what zip and tar archives, JSON Lines and Parquet tables hold."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from math import inf
from pathlib import Path, PurePath, PureWindowsPath
from typing import IO

from tei_cable.batch.archives import Member, opener
from tei_cable.files import STDIN, BadRequest, Item, matches

# No telegram has as many bytes; what has would hold up all the others.
LARGEST = 5_000_000


class TooLarge(BadRequest):
    """A document is larger than was asked for. The message is a sentence that names it; `size` is its size in bytes."""

    def __init__(self, name: str, size: int):
        super().__init__(f"{name}: with {size / 1e6:.0f} MB this is no telegram; convert it alone if it is one")
        self.size = size


def items(sources: Iterable[str], pattern: str, field: str, largest: float = inf) -> Iterator[Item]:
    """The documents, in order: those of a folder and of an archive by the pattern of their names, sorted in a folder.

    `field` is the column of JSON Lines and Parquet that holds them (`text`, `tei`); of more than `largest` bytes none is read. Raises OSError, and
    BadRequest for an archive that cannot be read and for a folder without a document.
    """
    for source in sources:
        path = Path(source)
        if source != STDIN and path.is_dir():
            # as Path writes it, without the dot of the folder that we are in
            folder = "" if path == Path() else os.path.join(path, "")
            yield from _some(source, pattern, (_file(folder + place, place, largest) for place in walk(path, pattern)))
        elif archive := opener(source):
            yield from _some(source, pattern, (_member(source, m, largest) for m in archive(path, pattern, field)))
        elif source == STDIN:
            yield Item("standard input", "standard-input", lambda: _limited(sys.stdin.buffer, "standard input", largest))
        else:
            yield _file(str(path), path.name, largest)


def walk(folder: Path, pattern: str, below: str = "") -> Iterator[str]:
    """The files below a folder that match, sorted, relative to it; links to folders are not followed."""
    with os.scandir(folder / below) as found:
        entries = sorted(found, key=lambda e: e.name)
    for e in entries:
        place = below + e.name
        if e.is_dir(follow_symlinks=False):
            yield from walk(folder, pattern, f"{place}/")
        elif matches(place, pattern) and e.is_file():
            yield place


def planned(documents: Callable[[], Iterable[Item]], outcome: Callable[[str], str]) -> int:
    """How many there are. Raises BadRequest when two of them would have the same outcome, with both their names."""
    # hashes, not names: there may be millions
    seen: set[int] = set()
    number = 0
    for item in documents():
        number += 1
        place = outcome(item.place)
        if hash(place) in seen and (other := next(o for o in documents() if outcome(o.place) == place)).name != item.name:
            raise BadRequest(f"{other.name} and {item.name} would both be written to {place}; put them into folders of their own")
        seen.add(hash(place))
    return number


def loaded(found: Iterable[Item]) -> Iterator[tuple[str, bytes | Exception]]:
    """Documents by name, with their bytes, or the error for which they cannot be had."""
    return ((item.name, item.attempt()) for item in found)


def _some(source: str, pattern: str, found: Iterator[Item]) -> Iterator[Item]:
    first = next(found, None)
    if first is None:
        raise BadRequest(f"{source}: this holds no file that matches {pattern!r}; name others with --glob")
    yield first
    yield from found


def _file(path: str, place: str, largest: float) -> Item:
    def read() -> bytes:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            _check(path, size, largest)
            # a pipe does not tell its size
            return file.read() if size else _limited(file, path, largest)

    return Item(path, place, read, Path(path))


def _member(source: str, member: Member, largest: float) -> Item:
    name = f"{source}:{member.name}"
    path = PurePath(member.name.replace("\\", "/"))

    def read() -> bytes:
        # a drive leads out on Windows
        if PureWindowsPath(member.name).anchor or ".." in path.parts:
            raise BadRequest(f"{name}: the name leads out of the archive; pack the archive anew")
        _check(name, member.size, largest)
        return member.read()

    return Item(name, path.as_posix(), read)


def _limited(file: IO[bytes], name: str, largest: float) -> bytes:
    data = file.read() if largest == inf else file.read(int(largest) + 1)
    _check(name, len(data), largest)
    return data


def _check(name: str, size: int, largest: float) -> None:
    if size > largest:
        raise TooLarge(name, size)
