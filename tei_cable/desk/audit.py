"""What is inconsistent in a corpus: rules on many telegrams together, and those on one that an editor of a corpus asks for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tei_cable.files import BadRequest
from tei_cable.model import Diagnostic
from tei_cable.registry import rules
from tei_cable.rules import Rule
from tei_cable.rules.corpus._facts import CorpusRule, Facts, facts, telegrams
from tei_cable.validation.opening import opened

# Rules on one telegram that are asked for too: persons and places outside their dates, telegrams that answer or arrive before they were sent.
ALSO = ("D005", "H114", "P005", "P006", "P007")


@dataclass(frozen=True, slots=True)
class Audit:
    """The findings in each file that has some, how many telegrams were compared, and the files that were not read, with the error."""

    findings: Mapping[str, Sequence[Diagnostic]]
    telegrams: int
    files: Sequence[str]
    failed: Mapping[str, Exception]


def audit(files: Iterable[tuple[str, bytes | Exception]], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Audit:
    """Audit TEI files, given by name. Of each telegram only the facts are kept that rules compare.

    `select` and `ignore` are codes or beginnings of codes. Raises BadRequest for one that no rule of the audit has.
    """
    chosen = _chosen(select, ignore)
    found: dict[str, list[Diagnostic]] = {}
    failed: dict[str, Exception] = {}
    held: list[Facts] = []
    read: list[str] = []
    for file, data in files:
        document = data if isinstance(data, Exception) else opened(data, file)
        if isinstance(document, Exception):
            failed[file] = document
        elif isinstance(document, Diagnostic):
            failed[file] = BadRequest(document.message)
        else:
            read.append(file)
            held += facts(document)
            # what is said of one telegram is said of each in a file of many
            parts = [replace(document, tree=root) for root in telegrams(document)] or [document]
            found[file] = [d for rule in chosen if not isinstance(rule, CorpusRule) for part in parts for d in rule.check(part)]
    for rule in chosen:
        if isinstance(rule, CorpusRule):
            for file, d in rule.compare(held):
                found[file].append(d)
    ordered = {file: tuple(sorted(ds, key=lambda d: (d.line, d.column, d.code))) for file, ds in found.items() if ds}
    return Audit(ordered, len(held), tuple(read), failed)


def _chosen(select: Sequence[str], ignore: Sequence[str]) -> Sequence[Rule]:
    """The rules of an audit that are wanted."""
    known = [r for r in rules().values() if isinstance(r, CorpusRule) or r.code in ALSO]
    for code in (*select, *ignore):
        if not any(r.code.startswith(code) for r in known):
            raise BadRequest(f"{code}: the audit has no finding whose code begins so; it has {', '.join(r.code for r in known)}")
    return [r for r in known if r.code.startswith(tuple(select) or "") and not (ignore and r.code.startswith(tuple(ignore)))]
