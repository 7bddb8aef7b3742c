"""Export many TEI files, each into files of its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from tei_cable.batch.items import loaded
from tei_cable.batch.workers import Lost, Sent, Spread, Work, read, run
from tei_cable.desk.exports import NotTei, Written, export, exporter, written
from tei_cable.extras import Missing
from tei_cable.files import BadRequest, Item


@dataclass(frozen=True)
class Exporting:
    """The task to write each document in a format, or by a profile."""

    to: str
    profile: str

    @property
    def key(self) -> str:
        """What decides on the result."""
        return f"export {self.to} {self.profile}"

    def prepare(self) -> Work:
        """Find what writes the format. Raises UnknownFormat."""
        chosen = exporter(self.to, self.profile)

        def work(lot: Sequence[Sent]) -> Sequence[Sequence[Written] | NotTei | Missing]:
            made: list[Sequence[Written] | NotTei | Missing] = []
            for name, data in lot:
                try:
                    made.append(written(name, data, chosen))
                except (NotTei, Missing) as e:
                    made.append(e)
            return made

        return work


def export_each(documents: Iterable[Item], task: Exporting, spread: Spread) -> Iterator[Written | Exception]:
    """What was written of each document, at its place; in the place of what could not be done the error. Raises Missing."""
    for item, _, result, error in run(task.prepare(), read(documents), spread.workers(task)):
        if isinstance(result, Lost):
            yield BadRequest(f"{item.name}: tei-cable could not write this ({type(result.error).__name__}: {result.error}); please report it")
        elif isinstance(result, Missing):
            raise result
        elif error or isinstance(result, NotTei):
            yield error or result
        else:
            yield from (w._replace(path=_place(item.place, w.path, len(result))) for w in result)


def export_set(documents: Iterable[Item], to: str, profile: str) -> Iterator[Written | Exception]:
    """The files of a format that makes one set of all documents; those that cannot be read are yielded as errors. Raises BadRequest and Missing."""
    held: list[tuple[str, bytes]] = []
    for name, data in loaded(documents):
        if isinstance(data, Exception):
            yield data
        else:
            held.append((name, data))
    made = export(held, to, profile)
    files = made.data if isinstance(made.data, Mapping) else {to: made.data}
    for i, (name, data) in enumerate(files.items()):
        yield Written(PurePath(name), data, () if i else made.losses)


def _place(document: str, name: PurePath, number: int) -> PurePath:
    """Beside the place of the document, or, when it holds several telegrams, in a folder of its name."""
    place = PurePath(document)
    stem = place.name.removesuffix(".xml").removesuffix(".gold")
    return place.with_name(stem + name.suffix) if number == 1 else place.with_name(stem) / name
