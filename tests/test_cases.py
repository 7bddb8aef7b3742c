"""Runs the specimens that lie with the parts, `tei_cable/*/*/cases/*.md` (their form: CONTRIBUTING.md)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

import tei_cable
from tei_cable.model import Block, Cable, Diagnostic, Field, Note, Source, Span
from tei_cable.pipeline import Converter
from tei_cable.tei.names import EMPTY
from tei_cable.text.layout import squeeze
from tei_cable.text.load import load

PACKAGE = Path(tei_cable.__file__).parent
FENCE = re.compile(r"^```(text|expect)\n(.*?)^```$|^date: (\S+)$", re.DOTALL | re.MULTILINE)
TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([\w:.-]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))|(\S+)')


@dataclass(frozen=True)
class Case:
    """One input with what is expected of it; `date` is the cable's, if the case gives one."""

    part: Path
    text: str
    expected: Sequence[str]
    date: str


def cases() -> Iterator[ParameterSet]:
    for path in sorted(PACKAGE.glob("*/*/cases/*.md")):
        text, date, n = "", "", 0
        for m in FENCE.finditer(path.read_text(encoding="utf-8")):
            kind, body, given = m.groups()
            if given:
                date = given
            elif kind == "text":
                text = body.removesuffix("\n")
            else:
                n += 1
                part = path.parent.parent
                yield pytest.param(Case(part, text, body.splitlines(), date), id=f"{part.name}/{path.stem}-{n}")


@dataclass(frozen=True)
class Line:
    """A line of an `expect` block: bare words, words in quotation marks, attributes."""

    bare: Sequence[str]
    quoted: Sequence[str]
    attrs: Mapping[str, str]

    @classmethod
    def parse(cls, text: str) -> "Line":
        bare, quoted, attrs = [], [], {}
        for words, name, long, short, word in TOKEN.findall(text):
            if name:
                attrs[name] = unescaped(long or short)
            elif word:
                bare.append(word)
            else:
                quoted.append(unescaped(words))
        return cls(bare, quoted, attrs)


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


@pytest.fixture(scope="module")
def converters() -> dict[str, Converter]:
    return {}


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: Case, converters: dict[str, Converter]) -> None:
    family, name = case.part.parent.name, case.part.name.replace("_", "-")
    dialect = name if family == "readers" else "plain"
    converter = converters.setdefault(dialect, Converter(dialect=dialect))
    cable, diagnostics = convert(converter, load(case.text.encode())[0], case.date)
    said = Said(cable, diagnostics)
    for line in case.expected:
        if line.strip():
            assert said.holds(Line.parse(line)), f"{line}\n{said}"


def convert(converter: Converter, source: Source, date: str) -> tuple[Cable, Sequence[Diagnostic]]:
    """The cable with its mentions, and all findings; with `date` as the cable's."""
    if not date:
        conversion = converter.convert(source)
        return conversion.cable, conversion.diagnostics
    reading = converter.read(source, Span(0, len(source.text)), converter.readers)
    cable = reading.cable._replace(fields=(*reading.cable.fields, Field("created", "", attrs={"when": date})))
    ((cable, found),) = converter.annotate([cable])
    return cable, [*reading.diagnostics, *found]


class Said:
    """What a cable says, to be asked for by lines of an `expect` block."""

    def __init__(self, cable: Cable, diagnostics: Sequence[Diagnostic]):
        self.cable, self.diagnostics, self.text = cable, diagnostics, cable.source.text

    def holds(self, line: Line) -> bool:
        kind, *others = line.bare
        if kind == "no":
            return not self.holds(Line(others, line.quoted, line.attrs))
        if kind == "diagnostic":
            return any(others[0] in (d.code, d.slug) for d in self.diagnostics)
        if kind == "block":
            return any(b.kind == others[0] and self.words(b.spans).startswith(line.quoted[0]) and has(b.attrs, line) for b in self.cable.blocks)
        if kind == "field":
            value = line.quoted[0] if line.quoted else ""
            return any(f.name == others[0] and squeeze(f.value) == value and has(f.attrs, line) for f in self.cable.fields)
        if kind == "note" and others:
            return any(self.is_note(n, others, line) for n in self.cable.notes)
        return any(
            m.kind == kind and self.words([m.span]) == line.quoted[0] and has({**m.attrs, "ref": m.ref, "cert": m.cert}, line)
            for m in self.cable.mentions
        )

    def is_note(self, note: Note, others: Sequence[str], line: Line) -> bool:
        if note.n != others[0] or not self.words(note.spans).startswith(line.quoted[0]):
            return False
        place = note.marker.start if note.marker else note.anchor
        if len(line.quoted) > 1 and (place is None or not squeeze(self.text[:place]).rstrip().endswith(line.quoted[1])):
            return False
        return has({"cert": note.cert, "type": note.kind, "place": note.place}, line)

    def words(self, spans: Sequence[Span]) -> str:
        gone = sorted([n.marker for n in self.cable.notes if n.marker] + [m.span for m in self.cable.mentions if m.kind in EMPTY])
        parts = []
        for start, end in spans:
            pos, kept = start, []
            for a, b in gone:
                if start < a and b < end:
                    kept.append(self.text[pos:a])
                    pos = b
            parts.append("".join([*kept, self.text[pos:end]]))
        return squeeze(" ".join(parts))

    def __str__(self) -> str:
        rows = [f"{m.kind} {self.words([m.span])!r} {dict(m.attrs)} {m.ref} {m.cert}" for m in self.cable.mentions]
        rows += [f"block {b.kind} {self.words(b.spans)[:60]!r} {dict(b.attrs)}" for b in self.cable.blocks if isinstance(b, Block)]
        rows += [f"note {n.n} {self.words(n.spans)[:60]!r} at {n.anchor} {n.cert} {n.kind}" for n in self.cable.notes]
        rows += [f"field {f.name} {f.value!r} {dict(f.attrs)}" for f in self.cable.fields]
        rows += [f"diagnostic {d.code} {d.slug}: {d.message}" for d in self.diagnostics]
        return "\n".join(rows)


def has(attrs: Mapping[str, str], line: Line) -> bool:
    return all(attrs.get(name, "").removeprefix("#") == value.removeprefix("#") for name, value in line.attrs.items())
