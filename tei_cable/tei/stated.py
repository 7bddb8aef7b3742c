"""What other houses' TEI states of a document: in its heading and dateline, and in the header of its file."""

from collections.abc import Iterator, Mapping

from lxml import etree

from tei_cable.model import Field
from tei_cable.tei.header import ACTIONS
from tei_cable.tei.names import XML, T
from tei_cable.tei.others import local, plain
from tei_cable.text.dates import DATING
from tei_cable.text.parties import parties

_PARTIES = frozenset({"persName", "orgName", "placeName", "roleName", "date"})
# The address of a document on history.state.gov, by the ids of its volume and itself.
_FRUS = "https://history.state.gov/historicaldocuments/{}/{}"


def fields(source: etree._Element) -> Iterator[Field]:
    """The facts of the header for the document in `source`."""
    root = source.getroottree().getroot()
    number, head, line = source.get("n", ""), source.find(f".//{T}head"), source.find(f".//{T}dateline")
    volume = next((plain(t) for t in root.iterfind(_of("fileDesc/titleStmt/title")) if plain(t)), "")
    one = local(source) != "div"
    if title := volume if one and volume else plain(head):
        yield Field("title", title.removeprefix(f"{number}.").strip() if number else title)
    if publisher := plain(root.find(_of("fileDesc/publicationStmt/publisher"))):
        yield Field("publisher", publisher)
    series, ident = root.get(f"{XML}id", ""), source.get(f"{XML}id", "")
    if series.startswith("frus") and ident:
        yield Field("uri", _FRUS.format(series, ident))
    if number:
        yield Field("document", number)
    if volume and number:
        yield Field("citation", f"{volume}, Document {number}")
    dates = [d for d in (line.iter(f"{T}date") if line is not None else ()) if d.get("when") or d.get("from")]
    stated = [d for d in root.iterfind(_of("profileDesc/creation/date")) if one and _when(d)]
    first = next(iter(stated or dates), None)
    if first is not None:
        yield Field("created", plain(first), attrs=_when(first))
    actions = list(root.iterfind(_of("profileDesc/correspDesc/correspAction"))) if one else []
    yield from _corresp(actions) if actions else _heading(head, line, dates)


def _of(path: str) -> str:
    return "/".join(T + name for name in ("teiHeader", *path.split("/")))


def _corresp(actions: list[etree._Element]) -> Iterator[Field]:
    """The parties as the header of the file has them."""
    for kind in ACTIONS:
        for c in (c for a in actions if a.get("type") == kind for c in a):
            if local(c) in _PARTIES:
                ref = c.get("ref", "")
                attrs = {"ref": ref[1:]} if ref.startswith("#") and " " not in ref else {}
                yield Field(f"{kind}/{local(c)}", plain(c), attrs=_when(c) if local(c) == "date" else attrs)


def _heading(head: etree._Element | None, line: etree._Element | None, dates: list[etree._Element]) -> Iterator[Field]:
    """The parties as FRUS marks them in a heading, or as its words say; the place and date of its dateline."""
    glosses = {kind: list(head.iterfind(f"{T}gloss[@type='{kind}']")) if head is not None else [] for kind in ("from", "to")}
    told = () if all(glosses.values()) else parties(plain(head), 0, "")
    for kind, action in (("from", "sent"), ("to", "received")):
        for gloss in glosses[kind]:
            yield Field(f"{action}/orgName", plain(gloss))
        if not glosses[kind]:
            yield from (Field(f.name, f.value) for f in told if f.name.startswith(f"{action}/"))
        if action == "sent" and line is not None and (place := line.find(f"{T}placeName")) is not None:
            yield Field("sent/placeName", plain(place))
        if action == "sent" and dates:
            yield Field("sent/date", "", attrs=_when(dates[0]))


def _when(e: etree._Element) -> Mapping[str, str]:
    return {k: e.get(k, "") for k in DATING if e.get(k)}
