"""Files and folders: what is to be read and where it goes, and writing that leaves no half file."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

STDIN = "-"


class Job(NamedTuple):
    """One file to convert: where it is read (`-` is standard input), and where it is written (None: nowhere)."""

    source: str
    output: Path | None


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


def jobs(sources: Sequence[str], folder: str, pattern: str) -> list[Job]:
    """What is to be converted into a folder: the tree is mirrored, NAME.txt becomes NAME.xml. Raises BadRequest when two would be one."""
    planned: dict[Path, str] = {}
    for source, below in found(sources, pattern):
        output = Path(folder) / below.with_suffix(".xml")
        if output in planned:
            raise BadRequest(f"{source} and {planned[output]} would both be written to {output}; convert them into folders of their own")
        planned[output] = source
    return [Job(source, output) for output, source in planned.items()]


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


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there: whoever looks sees the old file or the new one, never half of one. Raises OSError."""
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        # a device or a pipe has no place beside it; a folder says so itself
        path.write_bytes(data)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
