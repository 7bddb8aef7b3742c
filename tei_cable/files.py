"""Files and folders: what is to be read and where it goes, and writing that leaves no half file."""

import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import NamedTuple

STDIN = "-"


class BadRequest(ValueError):
    """A request that cannot be carried out with these files and folders. The message is a sentence that says what to do instead."""


class Item(NamedTuple):
    """One document of many: how messages name it, its place, and how its bytes are had (raises OSError, BadRequest).

    The place is its path below the folder or in the archive, whose folders are parted by `/`. `path` is its file; None for what an archive holds and
    for standard input, which cannot be written where they are.
    """

    name: str
    place: str
    read: Callable[[], bytes]
    path: Path | None = None

    def attempt(self) -> bytes | OSError | BadRequest:
        """The bytes, or the error for which they cannot be had."""
        try:
            return self.read()
        except (OSError, BadRequest) as e:
            return e

    def write(self, data: bytes) -> None:
        """Write the document anew in its place. Raises OSError, and BadRequest for what has none."""
        if self.path is None:
            raise BadRequest(f"{self.name}: this is no file by itself, so nothing can be written into it; unpack it, and name the file or folder")
        write_whole(self.path, data)


def pairs(gold: str, made: str) -> list[tuple[str, str, str]]:
    """The name and the two paths of each pair: files of two folders with the same names (NAME.gold.xml goes with NAME.xml too), or the two files.

    Raises BadRequest when no file has its counterpart.
    """
    if not Path(gold).is_dir() and not Path(made).is_dir():
        return [(made, gold, made)]
    below = {str(f.relative_to(made)): str(f) for f in Path(made).rglob("*.xml")}
    named = ((str(f.relative_to(gold)), str(f)) for f in sorted(Path(gold).rglob("*.xml")))
    both = [(n, f, below[n]) for name, f in named if (n := name if name in below else name.replace(".gold.xml", ".xml")) in below]
    if not both:
        raise BadRequest(f"no file of {gold} has its counterpart below {made}; NAME.gold.xml or NAME.xml goes with NAME.xml")
    return both


def matches(place: str, pattern: str) -> bool:
    """Whether a path fits a pattern of names (`d*.txt`), or of their last folders too (`1961/*.txt`); folders are parted by `/`."""
    return fnmatch(place.rpartition("/")[2], pattern) if os.path.basename(pattern) == pattern else PurePath(place).match(pattern)


def write_whole(path: str | os.PathLike[str], data: bytes, *, alone: bool = False) -> None:
    """Write a file beside its place and move it there: whoever looks sees the old file or the new one, never half of one.

    `alone` promises that nobody else writes this file now: what a killed run has left of it is then overwritten, where it would else stay.
    A file that was there keeps its permissions. Raises OSError.
    """
    place = os.fspath(path)
    if (was := _mode(place)) and stat.S_ISLNK(was):
        # the link stays, and what it leads to is written
        place = os.path.realpath(place)
        was = _mode(place)
    if was and not stat.S_ISREG(was):
        # a device or a pipe has no place beside it; a folder says so itself
        Path(place).write_bytes(data)
        return
    part = beside(place, "" if alone else os.urandom(4).hex())
    try:
        _write(part, data, was)
        os.replace(part, place)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise


def beside(path: str | os.PathLike[str], mark: str = "") -> str:
    """A name in the same folder for what is not yet whole."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name[:100]}.{mark}part")


def _mode(path: str) -> int:
    """What kind of file it is, and its permissions; 0 when there is none."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _write(path: str, data: bytes, mode: int) -> None:
    """Write a file, and make its folder if need be. Many small files are written: each call of the system that is not needed would be felt."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        file = os.open(path, flags, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = os.open(path, flags, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)
    if mode:
        os.chmod(path, stat.S_IMODE(mode))


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file, or of standard input (`-`). Raises OSError."""
    return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
