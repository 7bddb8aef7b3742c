"""Schemas by name or path, and the engines that apply them: RELAX NG, XML Schema, Schematron, and jing where it is wanted."""

import importlib
import os
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from lxml import etree

from tei_cable.model import Code, Diagnostic
from tei_cable.rules import Document
from tei_cable.rules.schema.flatten import Missing

_OURS = ("cable.rng", "cable.xsd", "cable.sch")
# Where named schemas are looked for: folders of the user's, then the system's (XDG_DATA_DIRS), there below xml/tei.
FOLDERS = "TEI_CABLE_SCHEMAS"


class Engine(Protocol):
    """A schema, ready to check documents.

    `kind` is that of its findings, `release` the edition of TEI that it states, `remark` a sentence on what the user should know of it.
    """

    kind: Code
    release: str
    remark: str

    def __call__(self, document: Document, covered: Collection[str] = (), /) -> Iterator[Diagnostic]:
        """The faults of a document, each once; without those of the assertions that are `covered` elsewhere."""

    def learn(self, roots: Sequence[etree._Element]) -> None:
        """See the documents that will be checked next."""


class BadSchema(ValueError):
    """A schema that is not there, not of a known kind, or not correct; the message is a sentence that names it."""


def shipped(name: str) -> Path:
    """The path of a schema of ours: `cable.rng`, `cable.xsd` or `cable.sch`."""
    # in a wheel they lie inside the package, in a checkout beside it; importlib.resources would take longer than the schema
    package = Path(__file__).parents[2]
    home = package / "schemas"
    return (home if home.is_dir() else package.parent / "schemas") / name


def engines(schema: str, *, jing: bool = False) -> Sequence[Engine]:
    """The engines that a schema asks for: `cable` is our RELAX NG and Schematron; else one of our files, a path, or the name of a schema installed.

    Compiled once a process. With `jing`, that program applies RELAX NG. Raises BadSchema.
    """
    return [_engine(s, jing) for s in (("cable.rng", "cable.sch") if schema == "cable" else (schema,))]


@cache
def _engine(schema: str, jing: bool) -> Engine:
    path = shipped(schema) if schema in _OURS else Path(schema) if Path(schema).suffix else _installed(schema)
    module, kind = ("jing", "Jing") if jing and path.suffix in (".rng", ".rnc") else _ENGINES.get(path.suffix, ("", ""))
    if path.suffix == ".rnc" and not module:
        way = f"say --engine jing, or turn it into the XML syntax: trang {path} {path.stem}.rng"
        raise BadSchema(f"{schema}: the compact syntax of RELAX NG is read by jing alone; {way}")
    if not module:
        raise BadSchema(f"{schema}: not a schema that is known here; give cable, {', '.join(_OURS)} or the path of a .rng, .xsd or .sch file")
    try:
        made: Engine = getattr(importlib.import_module(f"tei_cable.rules.schema.{module}"), kind)(path)
    except Missing as e:
        raise BadSchema(f"{schema}: {e}") from e
    except OSError as e:
        raise BadSchema(f"{schema}: the schema cannot be read ({e.filename or schema}: {e.strerror or 'no such file'}); check the name") from e
    except (etree.LxmlError, SyntaxError, ValueError, KeyError) as e:
        raise BadSchema(f"{schema}: the schema is not correct ({_in_one_line(e)}); mend it or give another") from e
    return made


def _installed(name: str) -> Path:
    """The file of a schema that is named without its path, such as `tei_all`."""
    own = [Path(p) for p in os.environ.get(FOLDERS, "").split(os.pathsep) if p]
    system = [Path(p) / "xml" / "tei" for p in os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(os.pathsep) if p]
    for folder in (*own, *system):
        if (found := next(iter(sorted(folder.rglob(f"{name}.rng"))), None)) is not None:
            return found
    looked = ", ".join(map(str, (*own, *system)))
    raise BadSchema(f"{name}: no {name}.rng was found in {looked}; give its path, or set {FOLDERS} to the folder that holds it{_source(name)}")


def _source(name: str) -> str:
    """Where a schema of that name is to be had."""
    return " (the TEI publishes it at https://tei-c.org/release/xml/tei/custom/schema/relaxng/)" if name.startswith("tei_") else ""


def _in_one_line(error: Exception) -> str:
    return " ".join(str(getattr(error, "message", error)).split())[:200]


# Each is imported when a schema of its kind is asked for.
_ENGINES = {".rng": ("relaxng", "RelaxNG"), ".xsd": ("xsd", "Xsd"), ".sch": ("schematron", "Schematron")}
