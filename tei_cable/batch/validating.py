"""Validate many TEI files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tei_cable.batch.items import TooLarge
from tei_cable.batch.workers import Done, Lost, Sent, Spread, Work, read, run
from tei_cable.files import BadRequest, Item
from tei_cable.model import Diagnostic
from tei_cable.validation import Validated
from tei_cable.validation.opening import opened, too_large
from tei_cable.validation.plan import Plan, checked


class Checked(NamedTuple):
    """The faults of a document, and what its schemas have to say of themselves."""

    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Validating:
    """The task to validate by schemas and rules; the fields are those of a plan."""

    schema: Sequence[str]
    select: Sequence[str]
    ignore: Sequence[str]
    jing: bool
    ready_for: str

    @property
    def key(self) -> str:
        """What decides on the result."""
        return repr(self)

    def prepare(self) -> Work:
        """Load the schemas. Raises BadSchema."""
        return _working(Plan(self.schema, self.select, self.ignore, self.jing, self.ready_for))


def _working(plan: Plan) -> Work:
    """What is done with each lot of documents by a plan: a large schema is cut down to all of them at once."""

    def work(lot: Sequence[Sent]) -> Sequence[Checked]:
        found = list(checked([opened(data, name) for name, data in lot], plan))
        remarks = tuple(e.remark for e in plan.engines if e.remark)
        return [Checked(diagnostics, remarks) for diagnostics in found]

    return work


def validate_all(documents: Iterable[Item], plan: Plan, spread: Spread) -> Iterator[Validated]:
    """The faults of each document, by a plan. One that cannot be read does not stop the others."""
    task = Validating(plan.schema, plan.select, plan.ignore, plan.jing, plan.ready_for)
    for item, _, result, error in run(_working(plan), map(_known, read(documents)), spread.workers(task)):
        if isinstance(result, Checked):
            yield Validated(item.name, result.diagnostics, remarks=result.remarks)
        elif isinstance(result, Lost):
            yield Validated(item.name, (), BadRequest(f"{item.name}: this could not be checked ({type(result.error).__name__}: {result.error})"))
        else:
            yield Validated(item.name, (), error)


def _known(done: Done) -> Done:
    """A document that is too large has that one fault."""
    return done._replace(result=Checked((too_large(done.error.size),)), error=None) if isinstance(done.error, TooLarge) else done
