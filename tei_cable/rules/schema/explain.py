"""Why a document is not valid: each fault once, where it is, and what could stand there.

libxml2 reports one RELAX NG fault up to three times, at its parents too, has the same words for different faults, and is silent on a second fault of
the same content. So it only says whether a document is valid; the faults of one that is not are found here, by derivatives. After each fault the
walk goes on as if it were mended in the likeliest way: a misspelt name counts as the one that was meant, what lacks as if it were there.
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from lxml import etree

from tei_cable.rules.schema import mending, wording
from tei_cable.rules.schema.mending import Mending, spelling
from tei_cable.rules.schema.patterns import EMPTY, NONE, Pattern, attributes, choice, closed, forget, given, opened, possible, read, values, wanted
from tei_cable.tei.places import name

# More faults than anybody reads of one document.
ENOUGH = 1000
# Patterns that are kept from document to document; of a large schema some thousands are of use.
_KEPT = 100_000


class Fault(NamedTuple):
    """A fault: the element at which it shows, a sentence, what to do, and how to mend it, if there is one way only."""

    at: etree._Element
    message: str
    hint: str = ""
    mending: Mending | None = None


def faults(start: Pattern, root: etree._Element, known: Collection[str] = ()) -> list[Fault]:
    """The faults of a document that is to match `start`, in document order, at most ENOUGH.

    `known` are all elements that the schema has by name: others are misspelt. Raises RecursionError for a document too deep.
    """
    forget(_KEPT)
    walk = _Walk(known)
    with suppress(_Enough):
        walk.element([start], root)
    return walk.found


class _Enough(Exception):
    """So many faults that more would help nobody."""


class _Walk:
    """The alternatives of reading a document: at each element, the patterns that its content may match."""

    def __init__(self, known: Collection[str]):
        self.known = known
        self.found: list[Fault] = []
        # other namespaces of which it was said that they are wrong: of one, the elements below have it too
        self.foreign: set[str | None] = set()

    def report(self, e: etree._Element, message: str, hint: str = "", mending: Mending | None = None) -> None:
        """Add a fault."""
        if len(self.found) >= ENOUGH:
            raise _Enough
        self.found.append(Fault(e, message, hint, mending))

    def element(self, states: Sequence[Pattern], e: etree._Element) -> Sequence[Pattern]:
        """Read an element; what follows it in each of the states."""
        tag = str(e.tag)
        if not any(opened(p, tag) for p in states):
            tag, states = self._misplaced(states, e)
        ways = [(content, rest, i) for i, p in enumerate(states) for content, rest in opened(p, tag)]
        if not ways:
            return self._around(states, e)
        contents = self._children(self._attributes([c for c, _, _ in ways], e), e)
        done = [c.nullable for c in contents]
        if not any(done):
            self.report(e, *wording.incomplete(contents, e))
            done = [c is not NONE for c in contents]
        return [choice(rest for (_, rest, j), ok in zip(ways, done, strict=True) if ok and j == i) for i in range(len(states))]

    def _misplaced(self, states: Sequence[Pattern], e: etree._Element) -> tuple[str, Sequence[Pattern]]:
        """Report an element that cannot come here; the name it was meant to have, and the states that it comes in when what lacks is there."""
        tag, within = str(e.tag), wording.within(e)
        named = {q.name: None for p in states for q in possible(p) if q.name and q.name.local}
        for missing in named:
            later = [choice(rest for _, rest in opened(p, missing.tag)) for p in states]
            if any(opened(p, tag) for p in later):
                self.report(e, f"{within} lacks {missing.local} before {name(tag)}.", f"Add {missing.local}.")
                return tag, later
        if (same := next((n for n in named if n.local == name(tag)), None)) is not None:
            space = etree.QName(tag).namespace
            if space not in self.foreign:
                self.report(e, f"{name(tag)} is not in the namespace {same.ns}.", "Declare it: xmlns on the root element.")
                self.foreign.add(space)
            return same.tag, states
        unknown = bool(self.known) and tag not in self.known
        meant = wording.nearest(name(tag), [n.local or "" for n in named]) if unknown else ""
        message = f"The schema has no element {name(tag)}." if unknown else f"{name(tag)} may not stand here in {within}."
        right_tag = next((n.tag for n in named if n.local == meant), tag)
        same_space = etree.QName(right_tag).namespace == etree.QName(tag).namespace
        respelt = Mending(element=meant) if same_space and spelling(name(tag), meant) else None
        self.report(e, message, f"Did you mean {meant}?" if meant else wording.listed(states), respelt)
        return right_tag, states

    def _around(self, states: Sequence[Pattern], e: etree._Element) -> Sequence[Pattern]:
        """Go on after an element that means nothing: if what it holds could stand in its place, as if it stood there."""
        trial = _Walk(self.known)
        after = trial._children(states, e)
        return states if trial.found else after

    def _attributes(self, states: Sequence[Pattern], e: etree._Element) -> Sequence[Pattern]:
        for tag, value in e.attrib.items():
            after = [given(p, str(tag), str(value)) for p in states]
            if _dead(after):
                meant = self._bad_attribute(states, e, str(tag), str(value))
                after = [given(p, meant, None) for p in states]
            if not _dead(after):
                states = after
        after = [closed(p) for p in states]
        if _dead(after):
            lacking = min((wanted(p) for p in states if p is not NONE), key=len, default=frozenset())
            words = " and ".join(f"@{name(a)}" for a in sorted(lacking))
            self.report(e, f"{name(e.tag)} lacks {words}.", f"Add {words}.")
            after = [closed(p, forgiven=True) for p in states]
        return after

    def _bad_attribute(self, states: Sequence[Pattern], e: etree._Element, tag: str, value: str) -> str:
        """Report an attribute that is not allowed, or has a value that is not; the attribute that was meant."""
        if asked := sorted({q.words for p in states for q in values(p, tag)}):
            message = f"@{name(tag)} of {name(e.tag)} is “{wording.short(value)}”{wording.fault(value, asked)}."
            right = mending.value(states, tag, value)
            self.report(e, message, f"It must be {wording.either(asked)}.", Mending(attribute=tag, value=right) if right else None)
            return tag
        free = {name(n.tag): n.tag for p in states for n in attributes(p) if n.local and n.tag not in e.attrib}
        meant = wording.nearest(name(tag), free)
        others = ", ".join(f"@{name(str(a))}" for a in islice(e.attrib, 6) if a != tag)
        message = f"{name(e.tag)} may not have @{name(tag)}{f' beside {others}' if others else ''}."
        allowed = f"It may have {wording.either([f'@{a}' for a in sorted(free)])}." if free else f"Remove @{name(tag)}."
        right_tag = free.get(meant, tag)
        fits = spelling(tag, meant) and any(given(p, right_tag, value) is not NONE for p in states)
        self.report(e, message, f"Did you mean @{meant}?" if meant else allowed, Mending(attribute=tag, renamed=right_tag) if fits else None)
        return right_tag

    def _children(self, states: Sequence[Pattern], e: etree._Element) -> Sequence[Pattern]:
        pieces = _pieces(e)
        for piece in pieces:
            if not isinstance(piece, str):
                states = self.element(states, piece)
            elif piece.strip() or len(pieces) == 1:
                after = [choice((read(p, piece), *(() if piece.strip() else (p,)))) for p in states]
                if _dead(after):
                    self.report(e, f"The text “{wording.short(piece)}” may not stand here in {name(e.tag)}.", wording.listed(states))
                    # a value that is wrong is not missing too
                    after = [EMPTY if any(q.kind in ("data", "list") for q in possible(p)) else p for p in states]
                states = after
        return states


def _pieces(e: etree._Element) -> Sequence[str | etree._Element]:
    """The text and the elements in an element, comments and processing instructions aside."""
    pieces: list[str | etree._Element] = [e.text or ""]
    for c in e:
        if isinstance(c.tag, str):
            pieces += [c, c.tail or ""]
        else:
            pieces[-1:] = [f"{pieces[-1]}{c.tail or ''}"]
    return pieces


def _dead(states: Sequence[Pattern]) -> bool:
    return all(p is NONE for p in states)
