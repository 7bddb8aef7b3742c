"""What documents are checked for: schemas and rules, chosen by the codes of their findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tei_cable.model import Diagnostic
from tei_cable.registry import rules
from tei_cable.rules import Document, Rule
from tei_cable.rules.schema.engines import Engine, engines
from tei_cable.rules.schema.relaxng import NOT_VALID
from tei_cable.rules.schema.schematron import ASSERTION_FAILS
from tei_cable.rules.schema.xsd import NOT_VALID_XSD
from tei_cable.tei.faults import MALFORMED
from tei_cable.validation.opening import ENTITIES, TOO_LARGE
from tei_cable.validation.readiness import TOOLS, UnknownTool, mends

_OF_ANY_FILE = tuple(kind.code for kind in (NOT_VALID, NOT_VALID_XSD, ASSERTION_FAILS, MALFORMED, ENTITIES, TOO_LARGE))


class UnknownCode(ValueError):
    """No finding has a code that begins so. The message says where the codes are listed."""


@dataclass(frozen=True, eq=False)
class Plan:
    """Schemas by name or path, codes or beginnings of codes that are wanted (none: all that are not optional) and unwanted.

    With `ready_for`, a tool, the rules are those that matter to the import there. Raises BadSchema, UnknownCode and UnknownTool.
    """

    schema: Sequence[str] = ("cable",)
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    jing: bool = False
    ready_for: str = ""

    def __post_init__(self) -> None:
        if self.ready_for and self.ready_for not in TOOLS:
            raise UnknownTool(f"{self.ready_for}: what this tool demands is not known; the tools are {', '.join(TOOLS)}")
        for code in (*self.select, *self.ignore):
            # the rules are a hundred modules: they are asked last
            if not _begins(code, _OF_ANY_FILE) and not _begins(code, rules()):
                raise UnknownCode(f"{code}: validate has no finding whose code begins so; `tei-cable rules` lists the codes")
        _ = self.engines

    def wants(self, code: str, optional: bool = False) -> bool:
        """Whether findings of that code are wanted."""
        selected = code.startswith(tuple(self.select)) if self.select else not optional
        return selected and not (self.ignore and code.startswith(tuple(self.ignore)))

    @cached_property
    def engines(self) -> Sequence[Engine]:
        """The schemas, ready to check."""
        return [e for found in self._named.values() for e in found]

    @cached_property
    def covered(self) -> frozenset[str]:
        """Assertions of Schematron that the rules of the plan make themselves."""
        return frozenset[str]().union(*(r.asserts for r in self.rules))

    @property
    def releases(self) -> Mapping[str, str]:
        """The schemas by the names that were given, with the edition of TEI that each states."""
        return {name: " ".join(e.release for e in found).strip() for name, found in self._named.items()}

    @cached_property
    def _named(self) -> Mapping[str, Sequence[Engine]]:
        named = {s: [e for e in engines(s, jing=self.jing) if self.wants(e.kind.code)] for s in dict.fromkeys(self.schema)}
        return {s: found for s, found in named.items() if found}

    @cached_property
    def rules(self) -> Sequence[Rule]:
        """The rules that are wanted. Validity is not among them: it is a matter of the schemas."""
        if self.select and not any(s[:1] != "S" for s in self.select):
            return []
        if self.ready_for:
            return [r for r in rules().values() if self.ready_for in r.tools and self.wants(r.code)]
        return [r for r in rules().values() if r.code[0] != "S" and self.wants(r.code, r.optional)]

    def found(self, rule: Rule, document: Document) -> Iterator[Diagnostic]:
        """What a rule finds, with the command that mends it for a tool."""
        for d in rule.check(document):
            yield replace(d, hint=f"{d.hint} {mends(self.ready_for)}".strip()) if self.ready_for and rule.mended else d


def _begins(code: str, codes: Iterable[str]) -> bool:
    return any(c.startswith(code) for c in codes)


def checked(documents: Sequence[Document | Diagnostic], plan: Plan) -> Iterator[tuple[Diagnostic, ...]]:
    """The findings of each document, in its order; of what is no document the finding that says so."""
    trees = [d.tree for d in documents if isinstance(d, Document)]
    for engine in plan.engines:
        engine.learn(trees)
    for document in documents:
        if isinstance(document, Diagnostic):
            yield (document,)
            continue
        found = [d for check in plan.engines for d in check(document, plan.covered)] + [d for rule in plan.rules for d in plan.found(rule, document)]
        yield tuple(sorted(dict.fromkeys(found), key=lambda d: (d.line, d.column)))
