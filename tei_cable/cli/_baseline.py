"""Findings that are known, and so do not count: `--baseline FILE`.

A finding is known by its file, code, message and the names of the elements that it stands in, not by its line or number: what is written before it
does not make it new. The file says how often each was found.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tei_cable.files import write_whole
from tei_cable.model import Diagnostic
from tei_cable.text.regex import regex

_NUMBER = regex(r"\[\d+\]| in line \d+")


class BadBaseline(ValueError):
    """A file of known findings that cannot be used; the message is a sentence that names it."""


def fingerprint(d: Diagnostic) -> str:
    """What a finding says and where, without numbers of lines and elements, as a short digest."""
    return hashlib.sha256(_NUMBER.sub("", f"{d.code}\n{d.path}\n{d.message}").encode()).hexdigest()[:20]


class Baseline:
    """The findings that are known; those that it is asked about are counted off. Raises OSError and BadBaseline."""

    def __init__(self, path: str):
        self._home = Path(path).parent
        try:
            held = json.loads(Path(path).read_text(encoding="utf-8"))
            self._left = {name: Counter({str(k): int(n) for k, n in found.items()}) for name, found in held["findings"].items()}
        except FileNotFoundError as e:
            raise BadBaseline(f"{path}: there is no such file; make it with --update-baseline") from e
        except (ValueError, KeyError, AttributeError, TypeError) as e:
            raise BadBaseline(f"{path}: this is not a file of known findings; make one with --update-baseline") from e

    def new(self, file: str, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The findings of a file that are not known."""
        left = self._left.get(_name(file, self._home), Counter())
        found = []
        for d in diagnostics:
            key = fingerprint(d)
            if left[key] > 0:
                left[key] -= 1
            else:
                found.append(d)
        return tuple(found)


def write(path: str, findings: Mapping[str, Iterable[Diagnostic]]) -> None:
    """Write findings, by file, as known. Raises OSError."""
    home = Path(path).parent
    known = {_name(file, home): dict(sorted(Counter(map(fingerprint, found)).items())) for file, found in sorted(findings.items()) if found}
    write_whole(Path(path), (json.dumps({"version": 1, "findings": known}, indent=1, ensure_ascii=False) + "\n").encode())


def _name(file: str, home: Path) -> str:
    return file if file == "-" else Path(os.path.relpath(file, home)).as_posix()
