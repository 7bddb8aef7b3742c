"""Why a document is not valid: each fault once, where it is, and what could stand there.

libxml2 reports one RELAX NG fault up to three times, at its parents too, and has the same words for different faults. So it only says
whether a document is valid; the faults of one that is not are found here, by derivatives, going on after each as if it were mended.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lxml import etree

from tei_cable.rules.schema.patterns import EMPTY, NONE, Pattern, choice, closed, given, opened, possible, read, values, wanted


class Fault(NamedTuple):
    """A fault: the element at which it shows, a sentence, and what to do."""

    at: etree._Element
    message: str
    hint: str = ""


def faults(start: Pattern, root: etree._Element) -> Iterator[Fault]:
    """The faults of a document that is to match `start`, in document order."""
    yield from _Walk().element([start], root)[0]


def name(tag: str) -> str:
    """The local name of an element or attribute; `xml:` stays."""
    ns, _, local = tag.rpartition("}")
    return f"xml:{local}" if ns.endswith("XML/1998/namespace") else local


def path(e: etree._Element) -> str:
    """Where an element stands, as /TEI/text/body/div/p[3]: numbers where siblings share the name."""
    steps = []
    for x in (e, *e.iterancestors()):
        parent = x.getparent()
        same = [] if parent is None else parent.findall(x.tag)
        steps.append(name(x.tag) + (f"[{same.index(x) + 1}]" if len(same) > 1 else ""))
    return "/" + "/".join(reversed(steps))


def line(e: etree._Element) -> int:
    """The line at which an element begins in its file; 0 when it comes from no file."""
    found: Any = e.sourceline  # lxml-stubs do not know its type
    return found or 0


class _Walk:
    """The alternatives of reading a document: at each element, the patterns that its content may match."""

    def element(self, states: Sequence[Pattern], e: etree._Element) -> tuple[list[Fault], list[Pattern]]:
        """The faults in an element and, for each pattern that it may begin, what follows."""
        tag = str(e.tag)
        found, states = ([], states) if any(opened(p, tag) for p in states) else self._misplaced(states, e)
        ways = [(content, rest, i) for i, p in enumerate(states) for content, rest in opened(p, tag)]
        if not ways:
            return found, list(states)
        contents = [c for c, _, _ in ways]
        inside, contents = self._attributes(contents, e)
        found += inside
        inside, contents = self._children(contents, e)
        found += inside
        done = [c.nullable for c in contents]
        if not any(done):
            found.append(_incomplete(contents, e))
            done = [c is not NONE for c in contents]
        return found, [choice(rest for (_, rest, j), ok in zip(ways, done, strict=True) if ok and j == i) for i in range(len(states))]

    def _misplaced(self, states: Sequence[Pattern], e: etree._Element) -> tuple[list[Fault], Sequence[Pattern]]:
        """A fault for an element that cannot come here; if something is only missing in front of it, the states after that."""
        tag, within = str(e.tag), _within(e)
        named = {q.name: None for p in states for q in possible(p) if q.name and q.name.local}
        for missing in named:
            later = [choice(rest for _, rest in opened(p, f"{{{missing.ns}}}{missing.local}")) for p in states]
            if any(opened(p, tag) for p in later):
                return [Fault(e, f"{within} lacks {missing.local} before {name(tag)}.", f"Add {missing.local}.")], later
        if any(n.local == name(tag) for n in named):
            return [Fault(e, f"{name(tag)} is not in the namespace {next(iter(named)).ns}.", "Declare it: xmlns on the root element.")], states
        return [Fault(e, f"{name(tag)} may not stand here in {within}.", _listed(states))], states

    def _attributes(self, contents: Sequence[Pattern], e: etree._Element) -> tuple[list[Fault], list[Pattern]]:
        found: list[Fault] = []
        states = list(contents)
        for tag, value in e.attrib.items():
            after = [given(p, str(tag), str(value)) for p in states]
            if _dead(after):
                after = [given(p, str(tag), None) for p in states]
                found.append(_bad_attribute(states, e, str(tag), str(value)))
            if not _dead(after):
                states = after
        after = [closed(p) for p in states]
        if _dead(after):
            lacking = min((wanted(p) for p in states if p is not NONE), key=len, default=frozenset())
            words = " and ".join(f"@{a}" for a in sorted(lacking))
            found.append(Fault(e, f"{name(e.tag)} lacks {words}.", f"Add {words}."))
            after = [closed(p, forgiven=True) for p in states]
        return found, after

    def _children(self, contents: Sequence[Pattern], e: etree._Element) -> tuple[list[Fault], list[Pattern]]:
        found: list[Fault] = []
        states = list(contents)
        pieces = _pieces(e)
        for piece in pieces:
            if not isinstance(piece, str):
                inside, states = self.element(states, piece)
                found += inside
            elif piece.strip() or len(pieces) == 1:
                after = [choice((read(p, piece), *(() if piece.strip() else (p,)))) for p in states]
                if _dead(after):
                    found.append(Fault(e, f"The text “{_short(piece)}” may not stand here in {name(e.tag)}.", _listed(states)))
                    # a value that is wrong is not missing too
                    after = [EMPTY if any(q.kind in ("data", "list") for q in possible(p)) else p for p in states]
                states = after
        return found, states


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


def _within(e: etree._Element) -> str:
    parent = e.getparent()
    return "the document" if parent is None else name(parent.tag)


def _bad_attribute(states: Sequence[Pattern], e: etree._Element, tag: str, value: str) -> Fault:
    asked = sorted({q.words for p in states for q in values(p, tag)})
    if asked:
        return Fault(e, f"@{name(tag)} of {name(e.tag)} is “{_short(value)}”.", f"It must be {_or(asked)}.")
    others = ", ".join(f"@{name(str(a))}" for a in e.attrib if a != tag)
    return Fault(e, f"{name(e.tag)} may not have @{name(tag)}{f' beside {others}' if others else ''}.", f"Remove @{name(tag)}.")


def _incomplete(states: Sequence[Pattern], e: etree._Element) -> Fault:
    return Fault(e, f"{name(e.tag)} is not complete.", _listed(states))


def _listed(states: Sequence[Pattern]) -> str:
    """What may come next, in words."""
    words = sorted({"text" if q.kind == "text" else (q.name.local or "any element") if q.name else q.words for p in states for q in possible(p)})
    return f"Here may stand {_or(words)}." if words else "Nothing may stand here."


def _or(words: Sequence[str]) -> str:
    shown = [*words[:12], *(["others"] if len(words) > 12 else [])]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:39] + "…"
