"""Random documents that are valid against a RELAX NG grammar of the kind that cable.rng is.

The grammar is walked from its start. Where it leaves a choice, parts that no document has yet are preferred, so that a few
hundred documents hold every element, attribute and value in it. The same seed gives the same documents.
"""

import math
from collections.abc import Iterator
from random import Random

from lxml import etree
from lxml.etree import _Element as Node

RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
KINDS = ("element", "attribute", "text", "data", "value", "list")
DEPTH = 9  # elements that contain one another before only what is required is written
WORDS = ("a", " ", "Ab. ", "é—“x”", "[7]", "<&>", "1")
NUMBERS = ("1", "Secto 17", "6106–6111", "½", "§ 1 (a)")
POINTERS = ("#a", "#é.1", "people.xml#a", "../a/b.xml#c", "https://example.org/a?b=c%20d;e,f#g", "urn:x:1")
# what to write for a datatype, by its name and pattern; every entry is tried sooner or later
SAMPLES: dict[tuple[str, str | None], tuple[str, ...]] = {
    ("anyURI", None): POINTERS,
    ("date", None): ("1961-02-03", "1964-02-29", "1961-02-03Z", "1961-02-03+01:00"),
    ("dateTime", None): ("1961-02-03T00:00:00", "1961-02-03T23:59:59.5Z", "1961-02-03T12:00:00-05:30"),
    ("decimal", None): ("0", "1.5", "10", ".5"),
    ("gMonth", None): ("--09",),
    ("gMonthDay", None): ("--05-13", "--02-29"),
    ("gYear", None): ("1961", "0962"),
    ("gYearMonth", None): ("1961-02",),
    ("hexBinary", None): ("0123456789abcdef" * 4, "0" * 64),
    ("language", None): ("en", "fr-CA", "zh-Hant-TW", "und", "x-code"),
    ("token", None): NUMBERS,
    ("token", r"[0-9]+\.[0-9]+\.[0-9]+"): ("0.1.0", "10.20.30"),
    ("token", r"[^\p{C}\p{Z}]+"): ("12", "iv", "A–Z"),
}


class Instances:
    """The documents of one grammar."""

    def __init__(self, grammar: Node, seed: int) -> None:
        self.defines = {d.get("name"): d for d in grammar.iterchildren(f"{RNG}define")}
        self.start = next(grammar.iterchildren(f"{RNG}start"))
        self.namespace = grammar.get("ns", "")
        self.random = Random(seed)
        self.ids = 0
        # the elements, attributes, values and datatypes of the grammar that no document has yet
        self.unused: set[Node] = set(grammar.iter(*(f"{RNG}{kind}" for kind in KINDS)))
        self.unused -= {value for excepted in grammar.iter(f"{RNG}except") for value in excepted}
        self.direct: dict[Node, frozenset[Node]] = {}
        self.heights = self._heights(grammar)

    def document(self) -> etree._ElementTree:
        """The next document."""
        holder = etree.Element("holder")
        self._write_all(self.start, holder, 0)
        root = holder[0]
        _drop_repeated_ids(root)
        return etree.ElementTree(root)

    def _write(self, pattern: Node, element: Node, depth: int) -> None:
        """Write what a pattern allows into an element."""
        self.unused.discard(pattern)
        match _kind(pattern):
            case "element":
                child = etree.SubElement(element, f"{{{self.namespace}}}{pattern.get('name')}")
                self._write_all(pattern, child, depth + 1)
            case "attribute":
                name = str(pattern.get("name")).replace("xml:", XML)
                element.set(name, self._value(next(_children(pattern))))
            case "text":
                _add_text(element, self.random.choice(WORDS))
            case "data" | "list":
                _add_text(element, self._value(pattern))
            case "ref":
                self._write_all(self.defines[pattern.get("name")], element, depth)
            case "choice":
                self._write(self._pick(pattern, depth), element, depth)
            case kind:
                for _ in range(self._times(kind, pattern, depth)):
                    self._write_all(pattern, element, depth)

    def _write_all(self, node: Node, element: Node, depth: int) -> None:
        for pattern in _children(node):
            self._write(pattern, element, depth)

    def _value(self, pattern: Node) -> str:
        """A string that the pattern allows."""
        self.unused.discard(pattern)
        match _kind(pattern):
            case "value":
                return str(pattern.text)
            case "text":
                return self.random.choice(NUMBERS)
            case "ref":
                return self._value(next(_children(self.defines[pattern.get("name")])))
            case "choice":
                return self._value(self._pick(pattern, 0))
            case "list":
                return " ".join(map(self._value, _children(pattern)))
            case "data" if pattern.get("type") == "NCName":
                self.ids += 1
                return f"i{self.ids}"
            case _:
                facet = next((p.text for p in _children(pattern) if p.get("name") == "pattern"), None)
                return self.random.choice(SAMPLES[str(pattern.get("type")), facet])

    def _pick(self, choice: Node, depth: int) -> Node:
        """One of the alternatives: near the limit the lowest, else by preference one with unused parts."""
        branches = list(_children(choice))
        if depth >= DEPTH:
            lowest = min(map(self._height, branches))
            branches = [b for b in branches if self._height(b) == lowest]
        elif self.random.random() < 0.5:
            branches = [b for b in branches if self._fresh(b)] or branches
        return self.random.choice(branches)

    def _times(self, kind: str, pattern: Node, depth: int) -> int:
        """How often the content of a group, an optional or a repeated pattern is written."""
        if kind == "group":
            return 1
        if depth >= DEPTH and kind != "oneOrMore":
            return 0
        most = {"optional": 1, "zeroOrMore": 3, "oneOrMore": 2}[kind]
        return max(self.random.randint(0, most), kind == "oneOrMore" or self._fresh(pattern))

    def _fresh(self, pattern: Node) -> bool:
        """Whether a pattern holds something that no document has yet, not looking into the elements it names."""
        return bool(self.unused) and not self.unused.isdisjoint(self._direct(pattern))

    def _direct(self, pattern: Node) -> frozenset[Node]:
        """The pattern and what it holds, to the elements that it names."""
        if pattern not in self.direct:
            inner = self.defines[pattern.get("name")] if pattern.tag == f"{RNG}ref" else pattern
            parts = () if pattern.tag == f"{RNG}element" else map(self._direct, _children(inner))
            self.direct[pattern] = frozenset({pattern}.union(*parts))
        return self.direct[pattern]

    def _heights(self, grammar: Node) -> dict[Node, float]:
        """How many elements a pattern needs inside one another at least."""
        nodes = list(grammar.iter(f"{RNG}*"))
        self.heights = dict.fromkeys(nodes, math.inf)
        while True:
            heights = {node: self._height_of(node) for node in nodes}
            if heights == self.heights:
                return heights
            self.heights = heights

    def _height(self, node: Node) -> float:
        return self.heights[node]

    def _height_of(self, node: Node) -> float:
        kind, inner = _kind(node), [self.heights[child] for child in _children(node)]
        if kind == "ref":
            return self.heights[self.defines[node.get("name")]]
        if kind in ("optional", "zeroOrMore"):
            return 0
        if kind == "choice":
            return min(inner)
        return max(inner, default=0) + (kind == "element")


def _kind(node: Node) -> str:
    return str(etree.QName(node).localname)


def _children(node: Node) -> Iterator[Node]:
    return node.iterchildren(f"{RNG}*")


def _add_text(element: Node, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _drop_repeated_ids(root: Node) -> None:
    """Remove elements whose xml:id, from a list of values, another has: the grammar leaves that to cable.sch."""
    seen: set[str] = set()
    for element in list(root.iter()):
        name = element.get(f"{XML}id")
        if name in seen:
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)
        elif name is not None:
            seen.add(str(name))
