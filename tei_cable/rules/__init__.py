'''Rules: what is checked of a finished TEI document, ours or anybody's.

To write one, make one file, `rules/<family>/<rule>.py` (or, in another package, an entry point in the group `tei_cable.rules`), with `part`,
an instance of a subclass of `Rule`; files whose names begin with an underscore hold what the rules of a family share. Nothing is registered by hand.

1. `kind = Code("N007", "note-number-missing", Severity.WARNING)`: the code is stable and never used again; the slug states the fault, not the
   remedy. Letters: N notes, D dates, P persons, places and organisations, R references, H header, B paragraphs and their numbers, T text and
   typography, C a volume's checklist, I import by other tools, K many telegrams together, S schema. What `convert` finds in a text and a rule
   finds in the TEI is one fault with one code: the rule takes the converter's `Code`.
2. `since` is the version of tei-cable that first had the rule; `optional = True` for a rule that runs only when it is asked for by `--select`;
   `asserts` names assertions of `cable.sch` that say the same, for no fault is reported twice. `tools` are the tools to whose import the fault
   matters (`validate --ready-for`), and `mended` says whether what `export` writes for them is without it. An error is then what is not imported or
   breaks; a warning what is lost or changed. Rules that matter to tools alone are in the family `readiness`.
3. `check` looks at one document and yields `self.at(document, element, message, hint)` for each fault, once, in the order of the document. The
   message is one sentence on what is wrong, with the words of the file; the hint says what to do. Neither needs the reader to know a schema language.
4. A rule takes TEI as it comes: nothing that it looks for need be there, nor need the document be valid; it never raises.
   `document.each("note", "ref")` walks TEI elements, `document.ids` knows the ids, `document.cable` is the telegram when the document is one of
   ours (else None).
5. `fix`, where there is one, replaces bytes of the file (`document.tag(element)` is a start tag's span); safe only if no word of the text changes.
   None is on text.
6. It costs less than 50 microseconds on a telegram without the fault: no XPath, no import of weight, regexes by `text.regex.regex`.
7. The class's docstring is the rule's page (`tei-cable explain N007`), and its examples are tests: the rule finds itself in every one under *Wrong*
   and in none under *Right*. Examples are elements of a `div`, or `teiHeader`, `standOff` and `text`, or a whole file; blocks are parted by an
   empty line:

    class NumberMissing(Rule):
        """The numbers of the notes leave one out.

        Why: one or two sentences: what it does to readers, or what it is a sign of.

        Wrong:

            <p>One<note n="1">First.</note> two<note n="3">Third.</note>.</p>

        Right:

            <p>One<note n="1">First.</note> two<note n="2">Second.</note>.</p>
        """

8. A rule on many telegrams together goes into `rules/corpus/`: a subclass of `CorpusRule` (`rules/corpus/_facts.py`), whose `compare` gets what is
   remembered of each telegram. `tei-cable corpus audit` runs it; its examples are one TEI that holds several.
9. More specimens go into `rules/<family>/cases/*.md`: prose, then pairs of fenced blocks, `tei` and `findings`. A line of `findings` is a code, and
   if wanted the element's path or its end, and words of the message in quotation marks: `N007 p[2]/note "leave out 2"`. The findings of the rules of
   that family are those listed, no more and no fewer, in any order.
'''

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from lxml import etree

from tei_cable.model import Cable, Code, Diagnostic, Fix, Severity, Source, Span
from tei_cable.tei.blocks import Block, blocks, texts, units, written, written_about
from tei_cable.tei.names import XML, T
from tei_cable.tei.parse import NotOurs, parse
from tei_cable.tei.places import Paths, Place, line, places, tag
from tei_cable.tei.traced import traced

# Attributes of one element beyond which nobody looks.
_MANY = 1000


@dataclass(frozen=True, eq=False)
class Document:
    """A TEI document that is checked: its root element and, where known, the path and bytes of its file, and the text it was made from."""

    tree: etree._Element
    path: str | None = None
    source: Source | None = None
    data: bytes = b""

    def each(self, *names: str) -> Iterator[etree._Element]:
        """The TEI elements of these names, in the order of the document."""
        return self.tree.iter(*[T + name for name in names])

    @cached_property
    def ids(self) -> Mapping[str, etree._Element]:
        """The element of each xml:id; the first, when one is given twice."""
        found: dict[str, etree._Element] = {}
        for e in self.tree.iter(etree.Element):
            if (i := e.get(f"{XML}id")) is not None:
                found.setdefault(i, e)
        return found

    @cached_property
    def cable(self) -> Cable | None:
        """The telegram that the document encodes, if it has the form that `convert` writes."""
        try:
            return parse(self.tree)
        except NotOurs:
            return None

    def named(self, *names: str) -> Iterator[etree._Element]:
        """Those of them that stand in a text, not in the header or a list of entities."""
        found = [x for name in names for x in self._in_texts.get(T + name, ())]
        return (e for _, e in (sorted(found) if len(names) > 1 else found))

    @cached_property
    def elements(self) -> Sequence[etree._Element]:
        """All elements, of whatever name, in the order of the document, but for those with more attributes than any document means.

        lxml lists attributes in square time. To hold the elements makes every later walk faster.
        """
        return [e for e in self.tree.iter(etree.Element) if len(e.attrib) <= _MANY]

    @cached_property
    def _in_texts(self) -> Mapping[str, Sequence[tuple[int, etree._Element]]]:
        """The elements of the texts by name, with their places in the order of the document."""
        found: dict[str, list[tuple[int, etree._Element]]] = {}
        for n, e in enumerate(e for text in texts(self.tree) for e in text.iter(etree.Element)):
            found.setdefault(str(e.tag), []).append((n, e))
        return found

    @cached_property
    def units(self) -> Sequence[etree._Element]:
        """The elements that each hold one document with numbers of its own (`tei.blocks`)."""
        return units(self.tree)

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the texts, with their words (`tei.blocks`)."""
        return blocks(self.tree)

    @cached_property
    def written(self) -> str:
        """The day on which the document was written, as ISO 8601, or ""."""
        return written(self.tree)

    @cached_property
    def written_about(self) -> str:
        """The same, or the month or year, when no day is known."""
        return written_about(self.tree)

    def place(self, e: etree._Element) -> Place:
        """Line, column and offset of an element in the file."""
        return self._places.get(e) or Place(line(e))

    def tag(self, e: etree._Element) -> Span | None:
        """The bytes of the file that the element's start tag takes, if they are known: for a `Fix`."""
        place = self.place(e)
        return tag(self.data, place.offset) if place.offset >= 0 else None

    def at(self, kind: Code, e: etree._Element, message: str, hint: str = "", fix: Fix | None = None) -> Diagnostic:
        """A finding at an element: with its path, its line and column in the file, and its words in the source."""
        place = self.place(e)
        span = traced(self.source.text, e) if self.source else None
        return Diagnostic(kind.code, kind.slug, kind.severity, message, span, self.element_path(e), hint, fix, place.line, place.column)

    def element_path(self, e: etree._Element) -> str:
        """The path of an element, as findings give it."""
        return self._paths(e)

    @cached_property
    def _paths(self) -> Paths:
        return Paths()

    @cached_property
    def _places(self) -> Mapping[etree._Element, Place]:
        return places(self.tree.getroottree().getroot(), self.data) if self.data else {}


class Rule:
    """Finds one kind of fault. `optional`: only when it is selected by its code or the beginning of its code.

    `asserts` are ids of assertions in `cable.sch` that say the same: they keep silent when the rule runs. `tools` and `mended`: see above.
    """

    kind: ClassVar[Code]
    since: ClassVar[str]
    optional: ClassVar[bool] = False
    asserts: ClassVar[frozenset[str]] = frozenset()
    tools: ClassVar[frozenset[str]] = frozenset()
    mended: ClassVar[bool] = False

    @property
    def code(self) -> str:
        """The stable code."""
        return self.kind.code

    @property
    def slug(self) -> str:
        """The name, which states the fault."""
        return self.kind.slug

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.kind.severity

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """The faults of that kind in the document, in the order of the document."""
        raise NotImplementedError(f"{type(self).__name__} lacks check")

    def at(self, document: Document, e: etree._Element, message: str, hint: str = "", fix: Fix | None = None) -> Diagnostic:
        """A finding of this kind at an element."""
        return document.at(self.kind, e, message, hint, fix)
