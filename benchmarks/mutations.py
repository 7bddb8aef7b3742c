"""Faults put into valid TEI, one at a time, each labelled with what was broken; `mutants.py` and `prune_soundness.py` use them."""

import copy
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

T = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
Element = etree._Element

# Values that datatypes of TEI refuse, by attribute.
BAD_VALUES = {
    **dict.fromkeys(("when", "from", "to", "notBefore", "notAfter"), ("2 November 1962", "1962-13-01", "1962-02-30", "62-11-02", "1962/11/02")),
    "cert": ("certain", "medum", "0,5"),
    f"{XML}id": ("1a", "a b", "a:b"),
    f"{XML}lang": ("in French", "fr_FR "),
    "level": ("z", "A "),
    "status": ("unkown", "no"),
    "type": ("a b", "telegramme!"),
    "place": ("foot note", "fot"),
    "reason": ("(lost)", "garbeld"),
    "unit": ("lines of text", "lin"),
    "quantity": ("many", "-x"),
    "version": ("latest", "1"),
    "break": ("not", "nein"),
    "role": ("translater", "a, b"),
}
NEW_ATTRIBUTES = ("number", "dates", "clas", "whn", "id", "rel", "referance", "lang")
NEW_ELEMENTS = ("person-name", "bold", "persname", "paragraph", "placename", "datte")


class Mutant(NamedTuple):
    """A document with one fault: its kind, words of which one must be in a message that names it, and the bytes."""

    kind: str
    names: tuple[str, ...]
    data: bytes


def documents(corpus: Path, shared: Path | None) -> list[bytes]:
    """Valid TEI: our specimens, and the editors' own encoding of FRUS telegrams, each in a TEI of its own (their own attributes dropped)."""
    found = [p.read_bytes() for p in sorted(corpus.glob("*.gold.xml"))]
    gold = sorted((shared / "bench" / "frus-dev").rglob("*.gold.xml")) if shared else []
    return found + [_whole(etree.fromstring(p.read_bytes())) for p in gold]


def _whole(div: Element) -> bytes:
    for e in div.iter(etree.Element):
        for a in [a for a in e.attrib if str(a).startswith("{http://history")]:
            del e.attrib[a]
    title = f"<titleStmt><title>{div.get('n')}</title></titleStmt>"
    file = f"<fileDesc>{title}<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc>"
    tei = etree.fromstring(f'<TEI xmlns="{T[1:-1]}"><teiHeader>{file}</teiHeader><text><body/></text></TEI>')
    tei[1][0].append(div)
    return etree.tostring(tei, encoding="utf-8", xml_declaration=True)


def mutants(documents: Iterable[bytes], seed: int = 1, kinds: Iterable[str] = ()) -> Iterator[Mutant]:
    """Endlessly: documents with one fault each; of the kinds named, or of all."""
    chance = random.Random(seed)
    trees = [etree.fromstring(d) for d in documents]
    makers = [KINDS[k] for k in kinds] or list(KINDS.values())
    while True:
        root = copy.deepcopy(chance.choice(trees))
        maker = chance.choice(makers)
        elements = [e for e in root.iter(etree.Element) if e is not root]
        for e in chance.sample(elements, min(40, len(elements))):
            if (names := maker(chance, e)) is not None:
                # a form of the document that needs no escapes, so that the fault is all that differs
                yield Mutant(next(k for k, m in KINDS.items() if m is maker), names, etree.tostring(root, encoding="utf-8", xml_declaration=True))
                break


def _local(e: Element) -> str:
    return etree.QName(e).localname


def _attribute(a: object) -> str:
    return re.sub(r"\{.*/1998/namespace\}", "xml:", str(a))


def misspelt_element(chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """An element's name with a letter doubled, dropped or in the other case."""
    old = _local(e)
    i = chance.randrange(len(old))
    new = chance.choice([old[:i] + old[i].swapcase() + old[i + 1 :], old[:i] + old[i] + old[i:], (old[:i] + old[i + 1 :]) or "q1"])
    if new == old:
        return None
    e.tag = T + new
    return (new,)


def unknown_element(chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """An element put round the content of another."""
    new = etree.Element(T + chance.choice(NEW_ELEMENTS))
    new.text, e.text = e.text, None
    new.extend(list(e))
    e.append(new)
    return (_local(new),)


def nested_block(chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """A paragraph, heading, division or header where only words may stand."""
    if _local(e) not in ("persName", "placeName", "date", "ref", "p", "title", "head"):
        return None
    new = etree.SubElement(e, T + chance.choice(("p", "div", "head", "teiHeader", "body")))
    new.text = "Words"
    return (_local(new),)


def missing_element(_chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """An element taken away with all its content."""
    parent = e.getparent()
    if parent is None:
        return None
    parent.remove(e)
    return (_local(e),)


def doubled_element(_chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """An element twice."""
    twin = copy.deepcopy(e)
    for x in twin.iter(etree.Element):
        x.attrib.pop(f"{XML}id", None)
    e.addnext(twin)
    return (_local(e),)


def swapped(_chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """Two neighbours in the wrong order."""
    other = e.getnext()
    if other is None or not isinstance(other.tag, str) or other.tag == e.tag:
        return None
    other.tail, e.tail = e.tail, other.tail
    e.addprevious(other)
    return (_local(e), _local(other))


def unknown_attribute(chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """An attribute that TEI does not have."""
    new = chance.choice(NEW_ATTRIBUTES)
    e.set(new, "x")
    return (f"@{new}",)


def foreign_attribute(chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """An attribute of another element."""
    new, value = chance.choice([("when", "1962"), ("target", "#x"), ("level", "a"), ("quantity", "1"), ("cert", "low"), ("scheme", "#x")])
    if e.get(new) is not None:
        return None
    e.set(new, value)
    return (f"@{new}",)


def misspelt_attribute(chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """An attribute's name with a letter too few or in the other case."""
    names = [str(a) for a in e.attrib if not str(a).startswith("{") and len(str(a)) > 1]
    if not names:
        return None
    old = chance.choice(names)
    i = chance.randrange(len(old))
    new = chance.choice([old[:i] + old[i + 1 :], old[:i] + old[i].swapcase() + old[i + 1 :]])
    if new in e.attrib:
        return None
    e.set(new, e.attrib.pop(old))
    return (f"@{new}", f"@{old}")


def missing_attribute(chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """An attribute taken away."""
    if not e.attrib:
        return None
    old = chance.choice(sorted(map(str, e.attrib)))
    del e.attrib[old]
    return (f"@{_attribute(old)}",)


def bad_value(chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """A value that the attribute cannot have."""
    names = [str(a) for a in e.attrib if str(a) in BAD_VALUES]
    if not names:
        return None
    a = chance.choice(names)
    e.set(a, chance.choice(BAD_VALUES[a]))
    return (f"@{_attribute(a)}",)


def stray_text(_chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """Words between elements."""
    if _local(e) not in "TEI text body div teiHeader fileDesc titleStmt listPerson person correspDesc profileDesc opener list".split():
        return None
    e.text = "Stray " + (e.text or "")
    return ("“Stray",)


def other_namespace(_chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """An element of another namespace."""
    e.tag = f"{{http://www.tei-c.org/ns/2.0}}{_local(e)}"
    return (_local(e),)


def id_twice(chance: random.Random, e: Element) -> tuple[str, ...] | None:
    """An id that another element has."""
    others = [x for x in e.getroottree().getroot().iter(etree.Element) if x.get(f"{XML}id") and x is not e]
    if not others or e.get(f"{XML}id") is None:
        return None
    e.set(f"{XML}id", chance.choice(others).get(f"{XML}id", ""))
    return ("@xml:id",)


KINDS: dict[str, Callable[[random.Random, Element], tuple[str, ...] | None]] = {
    f.__name__.replace("_", " "): f
    for f in (
        misspelt_element, unknown_element, nested_block, missing_element, doubled_element, swapped, unknown_attribute, foreign_attribute,
        misspelt_attribute, missing_attribute, bad_value, stray_text, other_namespace, id_twice,
    )
}  # fmt: skip
