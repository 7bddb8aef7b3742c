"""terms.tsv: the abbreviations that most volumes explain in the same way."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from tools.authority import tables
from tools.authority.evidence import Evidence
from tools.authority.frus import Volume
from tools.authority.tables import Row, fold, joined, slug

COLUMNS = "id term variants expansion source".split()
FOREIGN = "word lang weak source".split()
ENOUGH = 8  # volumes that must explain a term
FEW = 5  # the same for the abbreviated name of an organisation
AGREE = 0.8  # share of them that must give the same meaning
WORDLIKE = 200  # uses of a word in lower case from which its capitals say nothing
SMALL = {"the", "of", "and", "for", "to", "from", "a", "in", "u", "s", "us"}


@dataclass(frozen=True)
class Term:
    """An abbreviation of one meaning: its spellings, the usual one first, and the number of volumes."""

    forms: tuple[str, ...]
    expansion: str
    volumes: int


def listed(volumes: list[Volume], evidence: Evidence) -> list[Term]:
    """Return the terms of FEW or more volumes with one clear meaning."""
    meanings: dict[str, Counter[str]] = defaultdict(Counter)
    wording: dict[str, Counter[str]] = defaultdict(Counter)
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for volume in volumes:
        for term, meaning in dict(volume.terms).items():
            key = fold(re.sub(r"[.\s]", "", term))
            meanings[key][_meaning(meaning)] += 1
            wording[key][meaning.rstrip(".")] += 1
            spelled[key][term] += 1
    found = []
    for key, given in sorted(meanings.items()):
        total = sum(given.values())
        clear = total >= FEW and given.most_common(1)[0][1] >= AGREE * total
        if clear and len(key) > 1 and evidence.lower[key] < WORDLIKE:
            usual = _first(spelled[key])
            forms = (usual, *(form for form, count in sorted(spelled[key].items()) if count > 1 and form != usual))
            found.append(Term(forms, _first(wording[key]), total))
    return found


def terms(found: list[Term], taken: set[str]) -> list[Row]:
    """Return the terms of ENOUGH volumes that are not in `taken` (names of organisations and places)."""
    rows = [
        {
            "id": f"term-{slug(term.forms[0])}",
            "term": term.forms[0],
            "variants": joined(term.forms[1:]),
            "expansion": term.expansion.split(";")[0],
            "source": f"FRUS lists of abbreviations ({term.volumes} volumes)",
        }
        for term in found
        if term.volumes >= ENOUGH and not taken & set(term.forms)
    ]
    return sorted(rows, key=lambda row: row["id"])


def foreign() -> list[Row]:
    """Return the foreign words of the hand-written table."""
    return sorted(tables.hand("foreign"), key=lambda row: (fold(row["word"]), row["word"]))


def _first(found: Counter[str]) -> str:
    return min(found, key=lambda form: (-found[form], form))


def _meaning(meaning: str) -> str:
    """Return the beginning of a meaning in letters, to compare."""
    words = re.findall(r"[a-z]+", re.sub(r"\([^)]*\)", "", fold(meaning)))
    return " ".join(word[:5] for word in words if word not in SMALL)[:14]
