"""What is done in a folder: a line for each document, from which a second run knows what it need not do again."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple

from tei_cable.model import Diagnostic, Severity, Span

NAME = ".tei-cable"
_DIGEST = 32
Told = dict[str, Any]
_json = json.JSONEncoder(ensure_ascii=False).encode
_KEPT = ("code", "slug", "severity", "message", "span", "path", "hint", "line", "column")


class Before(NamedTuple):
    """A document that is done: its line, and its outcome."""

    line: bytes
    outcome: bytes

    @property
    def told(self) -> Told:
        """What was told of it."""
        known: Told = json.loads(self.line[_DIGEST:])
        return known


class Journal:
    """The documents of a folder that are done by one task.

    A line begins with a digest of the settings, the document's place and bytes, and the bytes of its outcome: when one of these changes, it is not
    done. While a run goes on its lines go to a second file, which takes the first one's place at the end, so that a finished run leaves the same
    file however often it was stopped.
    """

    def __init__(self, folder: Path, key: str, resume: bool):
        self._folder, self._key = folder, key
        self._old, self._new = folder / NAME, folder / f"{NAME}.part"
        self._lines = self._taken() if resume else {}
        self._before = self._old.open("rb") if self._lines else None
        self._file = self._new.open("wb")

    def done(self, place: str, data: bytes, outcome: str) -> Before | None:
        """A document as it was done; None when it is not done, or its outcome is not what it was."""
        if not self._before:
            return None
        try:
            made = (self._folder / outcome).read_bytes()
        except OSError:
            return None
        at = self._lines.get(self._digest(place, data, made))
        if at is None:
            return None
        self._before.seek(at)
        return Before(self._before.readline(), made)

    def add(self, place: str, data: bytes, made: bytes, told: Told) -> None:
        """A document is done. Raises OSError."""
        self._file.write(self._digest(place, data, made) + _json(told).encode() + b"\n")

    def keep(self, before: Before) -> None:
        """A document was done. Raises OSError."""
        self._file.write(before.line)

    def close(self, whole: bool) -> None:
        """Put the lines of this run in the place of those before, when all documents are done."""
        self._file.close()
        if self._before:
            self._before.close()
        if whole:
            self._new.replace(self._old)

    def _digest(self, place: str, data: bytes, made: bytes) -> bytes:
        whole = hashlib.blake2b(digest_size=_DIGEST // 2)
        for part in (self._key.encode(), place.encode(errors="surrogateescape"), data, made):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
        return whole.hexdigest().encode()

    def _taken(self) -> dict[bytes, int]:
        """Where the line of each document begins; those of a run that was stopped are added to those before."""
        if self._new.exists():
            with self._new.open("rb") as part, self._old.open("ab") as file:
                file.writelines(_whole(part))
            self._new.unlink()
        found: dict[bytes, int] = {}
        if self._old.exists():
            with self._old.open("rb") as file:
                at = 0
                for line in _whole(file):
                    found[line[:_DIGEST]] = at
                    at += len(line)
        return found


def told(diagnostics: tuple[Diagnostic, ...], **more: str) -> Told:
    """Findings, and what else is known of a document, as plain data."""
    return {**more, "diagnostics": [{name: value for name in _KEPT if (value := getattr(d, name))} for d in diagnostics]}


def findings(said: Told) -> tuple[Diagnostic, ...]:
    """The findings again."""
    return tuple(_finding(**d) for d in said["diagnostics"])


def _finding(severity: int, span: Sequence[int] = (), **more: Any) -> Diagnostic:
    return Diagnostic(severity=Severity(severity), span=Span(*span) if span else None, **more)


def _whole(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file but for a last one that was cut off."""
    return (line for line in file if line.endswith(b"\n"))
