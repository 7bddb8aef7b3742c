"""Diagnostics on standard error, as good compilers print them. The only module that knows rich, and only for a terminal."""

import os
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import click

from tei_cable.cli._common import safe
from tei_cable.model import Diagnostic, Severity, Source, Span
from tei_cable.text.layout.spans import places

if TYPE_CHECKING:
    from rich.console import Console

WINDOW = 100
_STYLES = {Severity.INFO: "bold cyan", Severity.WARNING: "bold yellow", Severity.ERROR: "bold red"}
_T = TypeVar("_T")


class Printer:
    """Prints findings; `quiet` keeps only errors. What else a verb's options are does not matter here."""

    def __init__(self, *, quiet: bool = False, no_color: bool = False, **_: object):
        self.least = Severity.ERROR if quiet else Severity.INFO
        self.quiet = quiet
        wanted = sys.stderr.isatty() or os.environ.get("FORCE_COLOR")
        self._colour = bool(wanted) and not no_color and not os.environ.get("NO_COLOR")

    @cached_property
    def _console(self) -> "Console":
        from rich.console import Console

        return Console(stderr=True, force_terminal=True, highlight=False, soft_wrap=True)

    def say(self, *words: tuple[str, str]) -> None:
        """Print a line of pairs of text and style."""
        if self._colour:
            from rich.text import Text

            self._console.print(Text.assemble(*words))
        else:
            click.echo("".join(text for text, _ in words), err=True)

    def note(self, text: str) -> None:
        """Print a line that is no finding, unless quiet."""
        if not self.quiet:
            self.say((safe(text), ""))

    def fault(self, text: str) -> None:
        """Print an error that concerns a file as a whole."""
        self.say(("error", _STYLES[Severity.ERROR]), (f": {safe(text)}", "bold"))

    def findings(self, name: str, diagnostics: Iterable[Diagnostic], source: Source | None = None) -> None:
        """Print findings about a file, with the place in the source marked."""
        shown = [d for d in diagnostics if d.severity >= self.least]
        lines = Lines(source.text) if source and shown else None
        for d in shown:
            self._finding(name, d, lines)

    def fixes(self, name: str, diagnostics: Iterable[Diagnostic]) -> None:
        """Print findings that were fixed, a line each, unless quiet."""
        for d in () if self.quiet else diagnostics:
            where = f"{safe(name)}:{d.line}:{d.column}: "
            self.say((where, ""), (f"fixed[{d.code}]", "bold green"), (f": {d.slug}: {safe(d.message)} {safe(d.hint)}", ""))

    def progress(self, results: Iterable[_T], what: str, total: int = 0) -> Iterator[_T]:
        """Pass the results on; on a terminal, say how many there were so far, and how long it will take when their number (`total`) is known."""
        if not sys.stderr.isatty() or not self._colour or self.quiet:
            yield from results
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn, TimeRemainingColumn
        from rich.text import Text

        class Rate(ProgressColumn):
            """Reckoned when it is shown, not with each result."""

            def render(self, task: Task) -> Text:
                return Text(f"{task.speed or 0:.0f} a second")

        columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), Rate(), TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
        with Progress(*columns, console=self._console, transient=True) as bar:
            yield from bar.track(results, total or None, description=what)

    def _finding(self, name: str, d: Diagnostic, lines: "Lines | None") -> None:
        style = _STYLES[d.severity]
        self.say((f"{d.severity}[{d.code}]", style), (f": {d.slug}: {safe(d.message)}", "bold"))
        place = lines.place(d.span) if lines and d.span else None
        where = f":{place[0]}:{place[1]}" if place else f":{d.line}:{d.column}" if d.column else f":{d.line}" if d.line else ""
        margin = " " * len(str(place[0])) if place else " "
        self.say((f"{margin}--> ", "blue"), (f"{safe(name)}{where}", ""))
        if lines and d.span and place:
            text, carets = lines.excerpt(d.span)
            self.say((f"{margin} |", "blue"))
            self.say((f"{place[0]} | ", "blue"), (text, ""))
            self.say((f"{margin} | ", "blue"), (carets, style))
        if d.path:
            self.say((f"{margin} = ", "blue"), ("at: ", "bold"), (safe(d.path), ""))
        if d.hint:
            self.say((f"{margin} = ", "blue"), ("hint: ", "bold"), (safe(d.hint), ""))


class Lines:
    """The lines of a text, to say where an offset is and to show it."""

    def __init__(self, text: str):
        self.text = text
        self.starts = [0, *(at + 1 for at in places(text, "\n"))]

    def place(self, span: Span) -> tuple[int, int]:
        """Line and column of the beginning of a span, from 1."""
        line = bisect_right(self.starts, span.start)
        return line, span.start - self.starts[line - 1] + 1

    def excerpt(self, span: Span) -> tuple[str, str]:
        """The line in which a span begins, cut to a window around it, and a line of carets to stand below it."""
        line = bisect_right(self.starts, span.start)
        begin = self.starts[line - 1]
        end = self.starts[line] - 1 if line < len(self.starts) else len(self.text)
        stop = max(min(span.end, end), span.start + 1)
        left = max(begin, min(span.start - 30, end - WINDOW)) if end - begin > WINDOW else begin
        right = min(end, left + WINDOW)
        before, after = ("…" if left > begin else ""), ("…" if right < end else "")
        text = before + safe(self.text[left:right].replace("\t", " ")) + after
        return text, " " * (span.start - left + len(before)) + "^" * max(min(stop, right) - span.start, 1)


def counted(severities: Iterable[Severity]) -> str:
    """Findings of these severities in numbers: "2 warnings, 7 infos"; "nothing to report" for none."""
    numbers = Counter(severities)
    return ", ".join(plural(numbers[s], str(s)) for s in sorted(numbers, reverse=True)) or "nothing to report"


def plural(n: int, word: str) -> str:
    """A number and its noun."""
    return f"{n} {word}" if n == 1 else f"{n} {word}s"
