"""Files and folders: what is to be read and where it goes, and writing that leaves no half file."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

STDIN = "-"


class BadRequest(ValueError):
    """What was asked for cannot be done with these files and folders. The message is a sentence that says what to do instead."""


def found(sources: Iterable[str], pattern: str) -> Iterator[tuple[str, Path]]:
    """The files that `sources` name, those of a folder by the pattern of their names, each with its path below the folder. Sorted."""
    for source in sources:
        path = Path(source)
        if source != STDIN and path.is_dir():
            files = sorted(p for p in path.rglob(pattern) if p.is_file())
            if not files:
                raise BadRequest(f"{source}: the folder holds no file that matches {pattern!r}; name others with --glob")
            yield from ((str(p), p.relative_to(path)) for p in files)
        else:
            yield source, Path("standard-input" if source == STDIN else path.name)


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


def write_whole(path: Path, data: bytes, *, alone: bool = False) -> None:
    """Write a file beside its place and move it there: whoever looks sees the old file or the new one, never half of one.

    `alone` promises that nobody else writes this file now: what a killed run has left of it is then overwritten, where it would else stay.
    A file that was there keeps its permissions. Raises OSError.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        # a device or a pipe has no place beside it; a folder says so itself
        path.write_bytes(data)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = beside(path, "" if alone else os.urandom(4).hex())
    try:
        part.write_bytes(data)
        if path.exists():
            part.chmod(path.stat().st_mode)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def beside(path: Path, mark: str = "") -> Path:
    """A name in the same folder for what is not yet whole."""
    return path.with_name(f".{path.name[:100]}.{mark}part")


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file, or of standard input (`-`). Raises OSError."""
    return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
