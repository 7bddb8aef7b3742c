"""What the verbs share: options, errors as sentences, exit status."""

import errno
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from tei_cable.model import Severity

DONE, FOUND, NOTHING = 0, 1, 2
_F = TypeVar("_F", bound=Callable[..., Any])

_WAYS_OUT = {
    errno.ENOENT: "there is no such file or folder; check the name",
    errno.EISDIR: "this is a folder, and a file is needed",
    errno.EEXIST: "a part of this path is a file, not a folder; choose another place",
    errno.ENOTDIR: "a part of this path is a file, not a folder; choose another place",
    errno.EACCES: "you may not read or write this; check its permissions",
    errno.EPERM: "you may not read or write this; check its permissions",
    errno.EROFS: "this place cannot be written to; choose another",
    errno.ENOSPC: "there is no space left here; choose another place",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


class Failure(click.ClickException):
    """Nothing could be done; the message is a sentence: what, where, and the way out."""

    exit_code = NOTHING

    def show(self, file: Any = None) -> None:
        """Print it as diagnostics are printed."""
        click.echo(f"error: {safe(self.message)}", err=True)


def safe(text: str) -> str:
    """Text without characters that a terminal would obey."""
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text)


def sentence(error: Exception | None, name: str = "") -> str:
    """An error in words: the file (`name`, when the error does not say), what is wrong, the way out."""
    if isinstance(error, OSError):
        return f"{error.filename or name or 'input or output'}: {_WAYS_OUT.get(error.errno or 0, error.strerror or 'cannot be read or written')}"
    hint = getattr(getattr(error, "diagnostic", None), "hint", "")
    told = not name or str(error).startswith(f"{name}:")
    return " ".join(filter(None, ("" if told else f"{name}:", str(error), hint)))


def to_standard_output(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """The file that -o names; none for `-`, which is standard output, as it is where none is named."""
    return None if name == "-" else name


@contextmanager
def sentences(name: str = "") -> Iterator[None]:
    """Errors that a user can mend become failures with one sentence; `name` is the file that they are about, when they do not say."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as e:
        if type(e) is ValueError or isinstance(e, UnicodeError):
            # not one of ours, whose messages are sentences: a fault of the program
            raise
        named = name if isinstance(e, OSError) or hasattr(e, "diagnostic") else ""
        raise Failure(sentence(e, named)) from e


def shared(f: _F) -> _F:
    """Add the options that every verb has which finds something."""
    levels = click.Choice(["info", "warning", "error"])
    f = click.option("--fail-on", type=levels, help="Exit with 1 when a finding is as grave as this (default: error).")(f)
    f = click.option("--no-color", is_flag=True, help="No colours on the terminal.")(f)
    f = click.option("-v", "--verbose", is_flag=True, help="Say more: every finding of every file, every change.")(f)
    return click.option("-q", "--quiet", is_flag=True, help="Say only what is an error.")(f)


def globbed(default: str = "*.xml", of: str = "a folder or archive") -> Callable[[_F], _F]:
    """The option that says which files of a folder are meant."""
    return click.option("--glob", default=default, show_default=True, metavar="PATTERN", help=f"Which files of {of}.")


no_core_authority = click.option("--no-core-authority", is_flag=True, help="Without the persons, places and offices that tei-cable knows.")


def reporting(example: str) -> Callable[[_F], _F]:
    """The options of a verb that reports findings: which, in what form, and which are known. `example` shows how codes are written."""

    def add(f: _F) -> _F:
        f = click.option("--update-baseline", is_flag=True, help="Write what is found into the baseline.")(f)
        f = click.option("--baseline", metavar="FILE", help="Known findings, which do not count.")(f)
        forms = click.Choice(["text", "json", "sarif", "junit", "github"])
        f = click.option("--format", "form", type=forms, default="text", show_default=True)(f)
        f = click.option("--ignore", metavar="CODES", help="Do not report these.")(f)
        return click.option("--select", metavar="CODES", help=f"Report only these. Codes or beginnings of codes, with commas: {example}.")(f)

    return add


def codes(text: str | None) -> Sequence[str]:
    """The codes that --select or --ignore lists."""
    return (text or "").replace(",", " ").upper().split()


def finish(severities: Iterable["Severity"], fail_on: str | None, *, failed: int = 0, done: int = 1) -> NoReturn:
    """End with the exit status that findings of these severities, and failures, ask for."""
    from tei_cable.model import Severity

    limit = Severity[(fail_on or "error").upper()]
    if not done:
        sys.exit(NOTHING)
    sys.exit(FOUND if failed or any(s >= limit for s in severities) else DONE)
