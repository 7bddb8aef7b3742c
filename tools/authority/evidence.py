"""What the telegrams themselves say of a name: whether it is a word, a person's name, or used as a place."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import ahocorasick_rs

from tools.authority import tables
from tools.authority.frus import Volume
from tools.authority.tables import fold, plain, values

WORD = re.compile(r"\b[^\W\d_]{2,}\b")
PLACED = re.compile(r"\b(?:in|at|from|to|near|of|for|via|around|outside|between|into|leave|left) ((?:[A-Z][\w'’-]+ ?){1,3})")
USUAL = 3


@dataclass(frozen=True)
class Evidence:
    """Counts over many telegrams."""

    lower: Counter[str]  # words in lower case
    placed: Counter[str]  # capitalised names after a preposition
    persons: frozenset[str]  # folded forenames and surnames of the people of history.state.gov

    def clear(self, name: str) -> bool:
        """Whether no part of the name alone is a usual word, and the name is no person's name."""
        words = fold(name).split()
        return not (len(words) == 1 and (self.lower[words[0]] or words[0] in self.persons))

    def usual(self, name: str) -> bool:
        """Whether telegrams use the name as a place."""
        return self.placed[name] >= USUAL


def used(names: set[str], volumes: list[Volume]) -> set[str]:
    """Return those of the names that stand in a telegram as whole words, with or without their accents."""
    forms = {form: name for name in sorted(names) for form in (name, plain(name))}
    owners = list(forms.values())
    finder = ahocorasick_rs.AhoCorasick(list(forms), matchkind=ahocorasick_rs.MatchKind.Standard)
    found: set[str] = set()
    for volume in volumes:
        for text in volume.texts():
            straight = text.replace("’", "'")
            for index, start, end in finder.find_matches_as_indexes(straight, overlapping=True):
                if not (straight[start - 1 : start].isalnum() or straight[end : end + 1].isalnum()):
                    found.add(owners[index])
    return found


def evidence(volumes: list[Volume], facts: Path) -> Evidence:
    """Read all telegrams and people.tsv."""
    lower: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for volume in volumes:
        for text in volume.texts():
            lower.update(fold(word) for word in WORD.findall(text) if word.islower())
            for run in PLACED.findall(text):
                words = run.split()
                placed.update(" ".join(words[:length]) for length in range(1, len(words) + 1))
    names = {
        part
        for row in tables.read(facts / "people.tsv")
        for form in [row["preferred"], *values(row["variants"])]
        for part in re.split(r"[^\w'’-]+", fold(form))
        if len(part) > 2
    }
    return Evidence(lower, placed, frozenset(names))
