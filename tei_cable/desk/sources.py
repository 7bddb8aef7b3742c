"""Who made which tag of a TEI file: listed, taken back, or made an editor's own. Files edited by hand stay as they are but for the tags concerned."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

from lxml import etree

from tei_cable.authority.questions import day
from tei_cable.desk.marks import TAGS
from tei_cable.desk.retagging import Retagging, editor_id, responsible
from tei_cable.files import BadRequest, Item
from tei_cable.registry import parts
from tei_cable.tei.names import RESP, XML, T
from tei_cable.tei.others import local
from tei_cable.tei.parse import read_tree

# A choice and a numbered note are not an annotator's.
_CORRECTION, _PLACED = "corrections", "notes"
# What the list of an entry is called that names none.
_CORE = "core"


class Maker(NamedTuple):
    """Who made a tag: the id at which `@resp` points, the version (of others than tei-cable: who they are), and which part of tei-cable it was.

    `list` is the file of the list from which the entry comes that the tag points at, or `core`; "" when it points at none.
    """

    who: str
    version: str
    part: str = ""
    list: str = ""


class Made(NamedTuple):
    """What one maker has made: how many tags, and how many of them are doubtful (`@cert` medium or low)."""

    maker: Maker
    tags: int
    doubtful: int


class Credited(NamedTuple):
    """One file of many: the makers of its tags, and how many tags were changed; or the error for which nothing was done."""

    path: str
    made: Sequence[Made] = ()
    changed: int = 0
    error: Exception | None = None


class Reviewed(NamedTuple):
    """The makers of the tags that were asked about, the file after what was to be done, and how many tags that changed."""

    made: Sequence[Made]
    data: bytes
    changed: int = 0


def review_files(files: Iterable[Item], by: Sequence[str] = (), *, strip: bool = False, accept: str = "", date: str = "") -> Iterator[Credited]:
    """`review` for files, which are written in their places when they change. Raises BadQuestion for an invalid date."""
    on = day(date) if date else datetime.now(UTC).date().isoformat()
    return (_file(item, by, strip=strip, accept=accept, date=on) for item in files)


def _file(item: Item, by: Sequence[str], *, strip: bool, accept: str, date: str) -> Credited:
    try:
        data = item.read()
        made = review(data, by, strip=strip, accept=accept, date=date)
        if made.data != data:
            item.write(made.data)
    except (OSError, BadRequest) as e:
        return Credited(item.name, error=e)
    except etree.XMLSyntaxError as e:
        return Credited(item.name, error=BadRequest(f"this is not well-formed XML ({' '.join((e.msg or 'no element').split())})"))
    return Credited(item.name, made.made, made.changed)


def review(data: bytes, by: Sequence[str] = (), *, strip: bool = False, accept: str = "", date: str = "") -> Reviewed:
    """Who made the tags of a TEI file: those whose maker has all the words `by` (an id, a version, a part, a list).

    With `strip` these tags go, and all that only they needed; with `accept`, the name or id of an editor, they become the editor's, on the `date`. No
    character of the text changes. Raises BadRequest for what cannot be done, and etree.XMLSyntaxError.
    """
    root = read_tree(data)
    found = [(e, maker) for e, maker in _tags(root) if all(word in maker for word in by)]
    doubtful = Counter(maker for e, maker in found if _bearer(e).get("cert") in ("medium", "low"))
    made = [Made(maker, number, doubtful[maker]) for maker, number in sorted(Counter(maker for _, maker in found).items())]
    if not found or not (strip or accept):
        return Reviewed(made, data)
    if strip:
        # the words of a numbered note stand in it
        gone = [e for e, maker in found if maker.part != _PLACED]
        return Reviewed(made, Retagging(root, data).strip(gone) if gone else data, len(gone))
    who = editor_id(root, accept)
    numbers = Counter[str]()
    for m in made:
        numbers[m.maker.part or m.maker.who] += m.tags
    said = f"Accepted: {', '.join(f'{n} tags of {maker}' for maker, n in numbers.items())}."
    return Reviewed(made, Retagging(root, data).accept([_bearer(e) for e, _ in found], who, accept, date, said), len(found))


def _tags(root: etree._Element) -> Iterator[tuple[etree._Element, Maker]]:
    """The tags in the texts of a document, each with its maker."""
    names, lists = responsible(root), _lists(root)
    program = root.find(f"{T}teiHeader/{T}encodingDesc/{T}appInfo/{T}application")
    version = program.get("version", "") if program is not None else ""
    for text in root.iterfind(f".//{T}text"):
        for e in text.iter(*[T + tag for tag in TAGS]):
            who = _bearer(e).get("resp", RESP).removeprefix("#")
            if (part := _part(e)) and (part != _PLACED or e.get("resp")):
                ours, entry = who == RESP[1:], lists.get(e.get("ref", "")[1:], "")
                yield e, Maker(who, version if ours else names.get(who, ""), part if ours else "", entry)


def _lists(root: etree._Element) -> Mapping[str, str]:
    """The list of each entry, by the entry's id."""
    cited = root.iterfind(f"{T}teiHeader/{T}fileDesc/{T}sourceDesc/{T}bibl[@type='authority']")
    files = {f"#{b.get(f'{XML}id')}": (b.text or "").partition(", SHA-256 ")[0] for b in cited}
    entries = (e for stand in root.iterfind(f"{T}standOff") for listed in stand for e in listed)
    return {i: files.get(e.get("source", ""), _CORE) for e in entries if (i := e.get(f"{XML}id"))}


def _bearer(e: etree._Element) -> etree._Element:
    """The element that says who answers for a tag: of a choice, the addition."""
    return e[-1] if local(e) == "choice" and len(e) else e


def _part(e: etree._Element) -> str:
    """The part of tei-cable that makes such tags; each kind of tag is made by one."""
    kind = local(e)
    if kind == "choice":
        return _CORRECTION
    return _PLACED if kind == "note" and e.get("place") != "inline" else _givers().get(kind, "")


@cache
def _givers() -> Mapping[str, str]:
    return {kind: name for name, annotator in parts("annotators").items() for kind in annotator.gives}
