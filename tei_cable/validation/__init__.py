"""Validate TEI files, by schemas and by rules. Apart from `api`, since it needs nothing that converts."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.files import STDIN, BadRequest, Item
from tei_cable.model import Diagnostic
from tei_cable.rules import Document
from tei_cable.validation.opening import LARGEST, opened, opened_file
from tei_cable.validation.plan import Plan, checked
from tei_cable.validation.readiness import asked

if TYPE_CHECKING:
    from tei_cable.validation.fixing import Fixed


class Validated(NamedTuple):
    """One file of many: its faults, or the error for which it was not read or written; those that were fixed; what the schemas say of themselves."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    error: Exception | None = None
    fixed: tuple[Diagnostic, ...] = ()
    remarks: tuple[str, ...] = ()


def validate(
    tei: str | os.PathLike[str] | bytes,
    *,
    schema: Sequence[str] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    jing: bool = False,
    ready_for: str = "",
) -> tuple[Diagnostic, ...]:
    """The faults of a TEI file, by schemas and by rules, in the order in which they stand there.

    `schema` are `cable` (our RELAX NG and Schematron, the default), `cable.xsd`, paths of .rng, .xsd or .sch files, or names of schemas installed
    (`tei_all`). `select` and `ignore` are codes or beginnings of codes; with `jing`, that program applies RELAX NG. `ready_for` is a tool
    (`readiness.TOOLS`): then the findings are about the import there, and no schema is applied unless one is given. A file that cannot be read as
    XML has that one fault. Raises OSError, BadSchema for a schema that cannot be used, and UnknownTool.
    """
    document = opened(tei) if isinstance(tei, bytes) else _opened(os.fspath(tei))
    return next(checked([document], Plan(asked(schema, ready_for), select, ignore, jing, ready_for)))


def fix(
    tei: str | os.PathLike[str] | bytes, *, schema: Sequence[str] = ("cable",), select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> "Fixed":
    """A TEI file after the safe fixes of its faults, as bytes, with what is fixed and what is left; the file is not written.

    The arguments are those of `validate`. Raises OSError, BadSchema, and WouldChangeText for fixes that would change more than tags.
    """
    from tei_cable.validation.fixing import fixed

    return fixed(opened(tei) if isinstance(tei, bytes) else _opened(os.fspath(tei)), Plan(schema, select, ignore))


def fix_planned(files: Iterable[Item], plan: Plan, wanted: Callable[[str, Diagnostic], bool]) -> Iterator[Validated]:
    """Fix many files in place, those findings that are wanted of a path, by a plan that is made already; a file without fixes is not written."""
    from tei_cable.validation.fixing import WouldChangeText, fixed

    for item in files:
        try:
            after = fixed(opened(item.read(), item.name), plan, partial(wanted, item.name))
            if after.fixed:
                item.write(after.data)
        except (OSError, BadRequest, WouldChangeText) as e:
            yield Validated(item.name, (), e)
        else:
            yield Validated(item.name, after.left, fixed=after.fixed)


def _opened(path: str) -> Document | Diagnostic:
    return opened(sys.stdin.buffer.read(LARGEST + 1)) if path == STDIN else opened_file(path)
