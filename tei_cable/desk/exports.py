"""TEI files in, other formats out: reading the files, choosing the format, counting what is lost."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from lxml import etree

from tei_cable.exporters import Export, Exporter
from tei_cable.files import BadRequest
from tei_cable.model import Cable
from tei_cable.registry import parts
from tei_cable.render.facts import name_of
from tei_cable.render.losses import Loss
from tei_cable.tei.adopt import Adopted, adopt
from tei_cable.tei.build import build
from tei_cable.tei.parse import NotOurs, read_tree

# A file's name, if it has one, and its bytes.
Document = tuple[str | None, bytes]


class UnknownFormat(ValueError):
    """There is no format, or no profile, of that name. The message names those that there are."""


class NotTei(ValueError):
    """A file is not TEI that can be read. The message is a sentence that names it."""


class Format(NamedTuple):
    """A format or profile: its name, what it is for, its suffix, what it takes, what writes it, what it loses, how it is tested."""

    name: str
    purpose: str
    suffix: str
    takes: str
    library: str
    loses: tuple[str, ...]
    tested: str


class Written(NamedTuple):
    """A file to write: its path below the folder that was named, its bytes, and what was lost."""

    path: PurePath
    data: bytes
    losses: tuple[Loss, ...]


def formats(family: str = "exporters") -> tuple[Format, ...]:
    """The formats (or `profiles`) that there are."""
    known: Mapping[str, Exporter] = parts(family)
    return tuple(
        Format(name, (type(e).__doc__ or "").partition("\n")[0], e.suffix, e.takes, e.library, e.loses, e.tested) for name, e in known.items()
    )


def exporter(to: str, profile: str = "") -> Exporter:
    """The exporter of a format, or of a profile. Raises UnknownFormat."""
    family, name, what = ("profiles", profile, "profile") if profile else ("exporters", to, "format")
    known: Mapping[str, Exporter] = parts(family)
    if name not in known:
        raise UnknownFormat(f"there is no {what} {name!r}; there are {', '.join(known)}")
    return known[name]


def read(name: str | None, data: bytes) -> list[Adopted]:
    """The telegrams of TEI from a file of that name: ours, of FRUS, or others' as far as they can be read. Raises NotTei."""
    root, found = adopted(data, name)
    return [a._replace(lost=_unread(root, a.cable)) if not a.lost and len(found) == 1 else a for a in found]


def adopted(data: bytes, path: str | None) -> tuple[etree._Element, Sequence[Adopted]]:
    """The root and the telegrams of TEI from a file of that name. Raises NotTei."""
    name = path or "the TEI"
    try:
        root = read_tree(data)
        return root, adopt(root, path, data)
    except etree.XMLSyntaxError as e:
        raise NotTei(f"{name}: this is not well-formed XML ({' '.join((e.msg or 'no element').split())})") from e
    except NotOurs as e:
        raise NotTei(f"{name}: {e}") from e


def export(documents: Iterable[Document], to: str, profile: str = "") -> Export:
    """All telegrams of the documents in one file of a format (what is several files is a mapping of names).

    Raises NotTei, UnknownFormat, BadRequest for another number of telegrams than the format takes, and exporters.Missing.
    """
    chosen = exporter(to, profile)
    adopted = [a for name, data in documents for a in read(name, data)]
    if chosen.takes == "two" and len(adopted) != 2:
        raise BadRequest(f"the format {to} sets two telegrams side by side, the original and then its translation, and here are {len(adopted)}")
    if chosen.takes == "one" and len(adopted) != 1:
        raise BadRequest(f"a file of the format {profile or to} holds one telegram, and here are {len(adopted)}; name a folder for them")
    return _with_unread(chosen.export([a.cable for a in adopted]), adopted)


def written(name: str, data: bytes, chosen: Exporter) -> Sequence[Written]:
    """Each telegram of a document in a file of its own, named by the telegram. Raises NotTei and exporters.Missing."""
    made = []
    for i, a in enumerate(read(name, data)):
        export = _with_unread(chosen.export([a.cable]), [a])
        if isinstance(export.data, bytes):
            made.append(Written(PurePath(name_of(a.cable, i) + chosen.suffix), export.data, export.losses))
    return made


def total(losses: Iterable[Loss]) -> tuple[Loss, ...]:
    """Losses of many files together."""
    found: Counter[str] = Counter()
    for loss in losses:
        found[loss.what] += loss.number
    return tuple(Loss(what, n) for what, n in found.items())


def _with_unread(made: Export, adopted: Sequence[Adopted]) -> Export:
    unread: Counter[str] = Counter()
    for a in adopted:
        unread.update(a.lost)
    return Export(made.data, (*made.losses, *(Loss(f"elements {name}", n) for name, n in unread.items())))


def _unread(root: etree._Element, cable: Cable) -> Mapping[str, int]:
    """Elements of a file of our form that the model did not take up, by name: somebody added them by hand."""

    def counts(e: etree._Element) -> Counter[str]:
        return Counter(etree.QName(x).localname for x in e.iter(etree.Element))

    return counts(root) - counts(read_tree(build(cable)))
