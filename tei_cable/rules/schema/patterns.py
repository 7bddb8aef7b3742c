"""RELAX NG patterns and their derivatives, after James Clark, "An algorithm for RELAX NG validation" (thaiopensource.com, 2002).

The derivative of a pattern by a piece of a document is the pattern that the rest must match. libxml2 says fast whether a document is valid;
derivatives say where it stops being so and what could have stood there. Compound patterns are interned: equal ones are the same object.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from lxml import etree


class Name(NamedTuple):
    """A name class: `ns` and `local` are None where any will do; `butnot` are name classes left out."""

    ns: str | None
    local: str | None
    butnot: tuple["Name", ...] = ()

    @property
    def tag(self) -> str:
        """A class of one name, written as lxml does: `{namespace}local`."""
        return f"{{{self.ns}}}{self.local}" if self.ns else self.local or ""

    def has(self, tag: str) -> bool:
        """Whether the class holds the name, written as lxml does: `{namespace}local`."""
        ns, _, local = tag[1:].partition("}") if tag.startswith("{") else ("", "", tag)
        return self.ns in (None, ns) and self.local in (None, local) and not any(n.has(tag) for n in self.butnot)


class Pattern:
    """A pattern of the `kind` empty, none, text, choice, group, interleave, more, element, attribute, data or list.

    `parts` are the patterns it is made of (of an attribute, its value's). `content` gives an element's, when it is asked for: grammars are
    recursive. `test` says whether a string is of a data type, `words` describe the type, `source` gives its RELAX NG.
    """

    __slots__ = ("content", "kind", "name", "nullable", "parts", "source", "test", "words")

    def __init__(self, kind: str, parts: Sequence["Pattern"] = (), name: Name | None = None, words: str = ""):
        self.kind = kind
        self.parts = tuple(parts)
        self.name = name
        self.words = words
        self.nullable = _nullable(kind, self.parts)
        self.content: Callable[[], Pattern] = _nothing
        self.test: Callable[[str], bool] = bool
        self.source: Callable[[], etree._Element] = _no_source


def _nothing() -> Pattern:
    return NONE


def _no_source() -> etree._Element:
    raise LookupError("only data have a source")


def _nullable(kind: str, parts: tuple[Pattern, ...]) -> bool:
    if kind in ("choice", "more"):
        return any(p.nullable for p in parts)
    if kind in ("group", "interleave"):
        return all(p.nullable for p in parts)
    return kind in ("empty", "text")


EMPTY, NONE, TEXT = Pattern("empty"), Pattern("none"), Pattern("text")


@cache
def _interned(kind: str, parts: tuple[Pattern, ...]) -> Pattern:
    return Pattern(kind, parts)


def choice(patterns: Iterable[Pattern]) -> Pattern:
    """One of these."""
    members: dict[Pattern, None] = {}
    for p in patterns:
        members.update(dict.fromkeys(p.parts if p.kind == "choice" else (p,)))
    members.pop(NONE, None)
    first, *others = [*members] or [NONE]
    return _interned("choice", (first, *others)) if others else first


def both(kind: str, a: Pattern, b: Pattern) -> Pattern:
    """The one and then the other (kind `group`), or their children mixed in any way (`interleave`)."""
    if NONE in (a, b):
        return NONE
    if a is EMPTY:
        return b
    return a if b is EMPTY else _interned(kind, (a, b))


def more(p: Pattern) -> Pattern:
    """One or more."""
    return p if p in (NONE, EMPTY) else _interned("more", (p,))


def around(kind: str, p: Pattern, name: Name | None = None) -> Pattern:
    """An attribute or a list with this content."""
    return NONE if p is NONE else Pattern(kind, (p,), name)


def _again(p: Pattern) -> Pattern:
    return choice((p, EMPTY))


@cache
def opened(p: Pattern, tag: str) -> Sequence[tuple[Pattern, Pattern]]:
    """What may follow a start tag: for each way to read it, the pattern of the element's content and that of what comes after it."""
    if p.kind == "element":
        return ((p.content(), EMPTY),) if p.name and p.name.has(tag) else ()
    if p.kind == "choice":
        return [found for q in p.parts for found in opened(q, tag)]
    if p.kind == "more":
        return [(c, both("group", rest, _again(p))) for c, rest in opened(p.parts[0], tag)]
    if p.kind in ("group", "interleave"):
        a, b = p.parts
        found = [(c, both(p.kind, rest, b)) for c, rest in opened(a, tag)]
        if p.kind == "interleave":
            return found + [(c, both(p.kind, a, rest)) for c, rest in opened(b, tag)]
        return [*found, *opened(b, tag)] if a.nullable else found
    return ()


def given(p: Pattern, tag: str, value: str | None) -> Pattern:
    """The pattern after an attribute; the value None passes for any."""
    if p.kind == "attribute":
        return EMPTY if p.name and p.name.has(tag) and (value is None or matches(p.parts[0], value)) else NONE
    if p.kind == "choice":
        return choice(given(q, tag, value) for q in p.parts)
    if p.kind == "more":
        return both("group", given(p.parts[0], tag, value), _again(p))
    if p.kind in ("group", "interleave"):
        a, b = p.parts
        return choice((both(p.kind, given(a, tag, value), b), both(p.kind, a, given(b, tag, value))))
    return NONE


@cache
def closed(p: Pattern, forgiven: bool = False) -> Pattern:
    """The pattern at the end of a start tag: an attribute that is still wanted makes it impossible, unless it is forgiven."""
    if p.kind == "attribute":
        return EMPTY if forgiven else NONE
    if p.kind == "choice":
        return choice(closed(q, forgiven) for q in p.parts)
    if p.kind == "more":
        return more(closed(p.parts[0], forgiven))
    return both(p.kind, *(closed(q, forgiven) for q in p.parts)) if p.kind in ("group", "interleave") else p


def read(p: Pattern, text: str) -> Pattern:
    """The pattern after a piece of text."""
    if p.kind == "text":
        return p
    if p.kind == "data":
        return EMPTY if p.test(text) else NONE
    if p.kind == "list":
        left = p.parts[0]
        for word in text.split():
            left = read(left, word)
        return EMPTY if left.nullable else NONE
    if p.kind == "choice":
        return choice(read(q, text) for q in p.parts)
    if p.kind == "more":
        return both("group", read(p.parts[0], text), _again(p))
    if p.kind in ("group", "interleave"):
        a, b = p.parts
        found = both(p.kind, read(a, text), b)
        if p.kind == "interleave":
            return choice((found, both(p.kind, a, read(b, text))))
        return choice((found, read(b, text))) if a.nullable else found
    return NONE


def matches(p: Pattern, text: str) -> bool:
    """Whether a whole string matches; white space alone also counts as nothing."""
    return (p.nullable and not text.strip()) or read(p, text).nullable


def wanted(p: Pattern) -> frozenset[str]:
    """Attributes without which the pattern cannot be matched."""
    if p.kind == "attribute" and p.name:
        return frozenset((p.name.tag or "any",))
    if p.kind == "choice":
        # what the likeliest branch wants: the one that wants least
        return min((wanted(q) for q in p.parts), key=len)
    return frozenset().union(*(wanted(q) for q in p.parts)) if p.kind in ("group", "interleave", "more") else frozenset()


def possible(p: Pattern) -> Iterator[Pattern]:
    """The elements, text and data that may come next."""
    if p.kind in ("element", "text", "data", "list"):
        yield p
    elif p.kind == "group":
        yield from possible(p.parts[0])
        if p.parts[0].nullable:
            yield from possible(p.parts[1])
    elif p.kind != "attribute":
        for q in p.parts:
            yield from possible(q)


def values(p: Pattern, tag: str) -> Iterator[Pattern]:
    """What the value of an attribute may be: the data types and words that the pattern has for it."""
    if p.kind == "attribute":
        if p.name and p.name.has(tag):
            yield from possible(p.parts[0])
    else:
        for q in p.parts:
            yield from values(q, tag)


def attributes(p: Pattern) -> Iterator[Name]:
    """The names of the attributes that the start tag may still have."""
    if p.kind == "attribute":
        if p.name:
            yield p.name
    else:
        for q in p.parts:
            yield from attributes(q)


def forget(beyond: int = 0) -> None:
    """Let go of the patterns and derivatives that are kept to be used again, if there are more than so many.

    A pattern made later is no longer the same object as an equal one made before, and that only costs time.
    """
    if _interned.cache_info().currsize > beyond:
        for kept in (_interned, opened, closed):
            kept.cache_clear()
