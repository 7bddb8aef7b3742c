"""The verbs of `tei-cable corpus`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tei_cable.batch.items import items, loaded
from tei_cable.files import pairs

if TYPE_CHECKING:
    from tei_cable.desk.audit import Audit
    from tei_cable.desk.compare import Comparison
    from tei_cable.desk.index import Indexed
    from tei_cable.desk.network import Network
    from tei_cable.desk.network.pointing import Targeted


def corpus_index(sources: Sequence[str], database: str, *, glob: str = "*.xml") -> "Iterator[Indexed]":
    """Bring an SQLite index of TEI files, folders and archives up to date; what is not among the sources is taken out of it.

    A file that cannot be read stops no others. Raises BadRequest for a database that is not such an index.
    """
    from tei_cable.desk.index import index

    return index(loaded(items(sources, glob, "tei")), database)


def corpus_network(sources: Sequence[str], *, glob: str = "*.xml") -> "Network":
    """Which telegram cites which, in TEI files, folders and archives. A file that cannot be read stops no others: it is in `failed`.

    Raises OSError and BadRequest for sources that there are not.
    """
    from tei_cable.desk.network import network

    return network(loaded(items(sources, glob, "tei")))


def write_network(network: "Network", path: str) -> None:
    """Write a network as .csv, .gexf or .graphml, as the name says. Raises BadRequest for another name, and OSError."""
    from tei_cable.desk.network.outputs import write

    write(network, path)


def write_targets(network: "Network") -> "Iterator[Targeted]":
    """Give the references in the files of a network their `@target`: the path of the cited telegram's file. Only these tags are changed.

    A file that cannot be changed stops no others.
    """
    from tei_cable.desk.network.pointing import targeted

    return targeted(network)


def corpus_compare(first: str, second: str) -> "Comparison":
    """Where two encodings of the same telegrams agree and where not: two files, or two folders with files of the same names.

    Raises OSError, NotXml, and BadRequest when no file of a folder has its counterpart.
    """
    from tei_cable.api import root
    from tei_cable.desk.compare import compare

    return compare((name, root(a), root(b)) for name, a, b in pairs(first, second))


def corpus_audit(sources: Sequence[str], *, select: Sequence[str] = (), ignore: Sequence[str] = (), glob: str = "*.xml") -> "Audit":
    """What is inconsistent among the telegrams of TEI files, folders and archives; `select` and `ignore` are codes or beginnings of codes.

    A file that cannot be read stops no others: it is in `failed`. Raises OSError, and BadRequest for sources that there are not and unknown codes.
    """
    from tei_cable.desk.audit import audit

    return audit(loaded(items(sources, glob, "tei")), select, ignore)
