"""The network of a corpus: which telegram cites which, found by the series that telegrams are numbered in.

`series` says which numbers a telegram bears, `citations` what the words of a reference say, `resolve` brings the two together, `outputs` writes it,
`pointing` writes it into the TEI.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tei_cable.desk.exports import NotTei, adopted
from tei_cable.desk.network.citations import Citation, citations
from tei_cable.desk.network.pointing import pointers
from tei_cable.desk.network.resolve import Resolved, Resolver
from tei_cable.desk.network.series import Telegram, telegram
from tei_cable.render.facts import name_of


@dataclass(frozen=True, slots=True)
class Network:
    """Telegrams, their references, each with the telegram cited where it is known, and the files that were not read, with the error."""

    telegrams: Sequence[Telegram]
    references: Sequence[Resolved]
    failed: Mapping[str, Exception]

    @property
    def resolved(self) -> int:
        """How many references lead to a telegram of the corpus."""
        return sum(r.target is not None for r in self.references)

    def missing(self) -> Mapping[str, Sequence[str]]:
        """The numbers that are cited and not in the corpus, by series and year ("Paris → department, 1959"), in their order."""
        found: dict[str, Counter[str]] = {}
        for r in self.references:
            if r.target is None:
                day = r.citation.day or r.citing.day
                found.setdefault(f"{r.series}, {day.year if day else '?'}", Counter())[r.citation.number.n] += 1
        return {series: sorted(numbers, key=lambda n: (len(n), n)) for series, numbers in sorted(found.items())}


def network(files: Iterable[tuple[str, bytes | Exception]]) -> Network:
    """The network of the telegrams in TEI files, given by name. Of each telegram only what it is, and what it cites, is kept."""
    telegrams: list[Telegram] = []
    cited: list[Sequence[Citation]] = []
    failed: dict[str, Exception] = {}
    for file, data in files:
        if isinstance(data, Exception):
            failed[file] = data
            continue
        try:
            root, found = adopted(data, file)
            for at, ((cable, _), pointer) in enumerate(zip(found, pointers(root, file), strict=True)):
                telegrams.append(telegram(cable, name_of(cable, at), file, at, pointer))
                cited.append(tuple(citations(cable)))
        except NotTei as e:
            failed[file] = e
    resolver = Resolver(telegrams)
    resolved = tuple(r for t, c in zip(telegrams, cited, strict=True) for r in resolver.resolve(t, c))
    return Network(tuple(telegrams), resolved, failed)
