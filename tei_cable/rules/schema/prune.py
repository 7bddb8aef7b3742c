"""A RELAX NG grammar cut down to the elements and attributes that occur in some documents.

A document can only use the patterns of names that occur in it. So every element or attribute pattern of another name becomes `notAllowed`; that is
simplified away (gone from a choice, it takes a group or an interleave with it; `empty` goes from both), and what is then out of reach is not
written. RELAX NG knows no negation of patterns, therefore

- what the cut grammar accepts, the whole accepts too, whatever the document's names are;
- of a document that has no other names than those, both say the same.

libxml2 compiles what is left of `tei_all` in milliseconds, the whole in seconds.
"""

from collections.abc import Collection, Iterable
from copy import deepcopy

from lxml import etree

from tei_cable.rules.schema.flatten import RNG, R
from tei_cable.rules.schema.grammar import Grammar
from tei_cable.rules.schema.patterns import EMPTY, Name, Pattern, forget

_Element = etree._Element


def pruned(root: _Element, kept: Collection[str]) -> _Element:
    """The grammar of `root` (flat: `flatten`) for documents whose names are among `kept`."""
    try:
        return _Writer().grammar(Grammar(root, kept).start)
    finally:
        forget()


class _Writer:
    """Writes patterns as RELAX NG. Elements, and what is long and used in several places, become definitions."""

    def __init__(self) -> None:
        self._root = etree.Element(f"{R}grammar", nsmap={None: RNG})  # type: ignore[dict-item]
        self._defined: dict[Pattern, str] = {}
        self._waiting: list[Pattern] = []

    def grammar(self, start: Pattern) -> _Element:
        """A grammar with this start."""
        self._write(start, etree.SubElement(self._root, f"{R}start"))
        while self._waiting:
            p = self._waiting.pop()
            define = etree.SubElement(self._root, f"{R}define", name=self._defined[p])
            if p.kind == "element":
                self._named(p, p.content(), define)
            else:
                self._compound(p, define)
        return self._root

    def _write(self, p: Pattern, into: _Element) -> None:
        """A pattern as the last child of `into`."""
        if p.kind == "element" or (p.kind == "choice" and len(p.parts) > _LONG):
            if p not in self._defined:
                self._defined[p] = f"d{len(self._defined)}"
                self._waiting.append(p)
            etree.SubElement(into, f"{R}ref", name=self._defined[p])
        else:
            self._compound(p, into)

    def _compound(self, p: Pattern, into: _Element) -> None:
        if p.kind == "attribute":
            self._named(p, p.parts[0], into)
        elif p.kind == "data":
            into.append(deepcopy(p.source()))
        elif p.kind == "choice":
            self._choice(p, into)
        elif p.kind == "more":
            self._write(p.parts[0], etree.SubElement(into, f"{R}oneOrMore"))
        elif p.parts:
            inner = etree.SubElement(into, R + p.kind)
            for q in _flat(p):
                self._write(q, inner)
        else:
            etree.SubElement(into, R + ("notAllowed" if p.kind == "none" else p.kind))

    def _choice(self, p: Pattern, into: _Element) -> None:
        others = [q for q in p.parts if q is not EMPTY]
        if len(others) < len(p.parts):
            only = others[0]
            if len(others) == 1 and only.kind == "more":
                self._write(only.parts[0], etree.SubElement(into, f"{R}zeroOrMore"))
                return
            into = etree.SubElement(into, f"{R}optional")
        if len(others) > 1:
            into = etree.SubElement(into, f"{R}choice")
        for q in others:
            self._write(q, into)

    def _named(self, p: Pattern, content: Pattern, into: _Element) -> None:
        e = etree.SubElement(into, R + p.kind)
        if p.name:
            _name(p.name, e)
        # libxml2 sets attributes apart from content, and validates ten times as fast, when they are not in a group
        for q in _flat(content) if content.kind == "group" else (content,):
            self._write(q, e)


# A choice of more than these is written once and referred to.
_LONG = 4


def _flat(p: Pattern) -> Iterable[Pattern]:
    """The members of a group or interleave, those of its own kind within it too."""
    for q in p.parts:
        if q.kind == p.kind and len(q.parts) > 1:
            yield from _flat(q)
        else:
            yield q


def _name(name: Name, into: _Element) -> None:
    """A name class as the last child of `into`."""
    if name.local is not None:
        etree.SubElement(into, f"{R}name", ns=name.ns or "").text = name.local
        return
    e = etree.SubElement(into, f"{R}anyName") if name.ns is None else etree.SubElement(into, f"{R}nsName", ns=name.ns)
    if name.butnot:
        without = etree.SubElement(e, f"{R}except")
        for n in name.butnot:
            _name(n, without)
