"""Profiles of `validate`: what a house checks before it publishes, as the list of its tasks, each with the codes that belong to it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tei_cable.model import Diagnostic

# The checklist of a volume of Foreign Relations of the United States, as its editors tick it off (https://github.com/HistoryAtState/frus/issues/244,
# read in November 2026), without what no program can do: to run scripts, to upload, and to read a random sample.
_FRUS = {
    "schemas": "S F",
    "page images": "C019 T040 T045",
    "typography and characters": "T02 T012 C009 C011 C012 C013 C014",
    "source notes": "C001 C002 C003 C015 H021 H113",
    "other notes": "N C004",
    "table of contents, numbers of documents": "C005 C010 C017 H111",
    "tables": "C016",
    "openers, datelines and dates": "C006 C007 C008 D H110 H114",
    "paragraphs, gaps and corrections": "B T041 T042 T043 T044 T046",
    "front and back matter: names and references": "P R",
    "volume metadata": "C018 H",
}
PROFILES: Mapping[str, Mapping[str, Sequence[str]]] = {"frus": {task: codes.split() for task, codes in _FRUS.items()}}


class UnknownProfile(ValueError):
    """There is no profile of that name. The message names those that there are."""


def codes(profile: str) -> Sequence[str]:
    """The codes that a profile asks for, optional rules too. Raises UnknownProfile."""
    if profile not in PROFILES:
        raise UnknownProfile(f"{profile}: validate has no such profile; the profiles are {', '.join(PROFILES)}")
    return [code for found in PROFILES[profile].values() for code in found]


def ticked(profile: str, found: Iterable[Diagnostic]) -> Mapping[str, Mapping[str, int]]:
    """The tasks of a profile, each with the codes that were found and how often; the longest beginning of a code says where it belongs."""
    tasks = {code: task for task, begin in PROFILES[profile].items() for code in begin}
    told: dict[str, Counter[str]] = {task: Counter() for task in PROFILES[profile]}
    for d in found:
        if begins := [code for code in tasks if d.code.startswith(code)]:
            told[tasks[max(begins, key=len)]][d.code] += 1
    return told
