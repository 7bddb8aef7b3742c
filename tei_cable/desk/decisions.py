"""Decisions of editors as a file: JSON Lines that only grow, one line a decision, the later one counts."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from tei_cable.authority.questions import day
from tei_cable.desk.doubts import Alternative, Doubt
from tei_cable.files import BadRequest

# What may be decided besides an id, a date, a number or words.
ACCEPT, REJECT, NONE = "accept", "reject", "none"
# What a line of the file must have, besides the decision.
_NEEDED = ("kind", "before", "words", "after")


class Decision(NamedTuple):
    """What an editor decided on a doubt: `accept`, `reject`, `none`, an id or a text ("" takes an earlier decision back); who, and on which day."""

    doubt: Doubt
    decision: str
    by: str = ""
    date: str = ""


def row(d: Decision) -> dict[str, Any]:
    """A decision as plain data, in the order of the columns."""
    doubt = d.doubt._asdict()
    identity = {name: doubt.pop(name) for name in ("file", "telegram", "source", "kind", "id")}
    doubt["alternatives"] = [{k: v for k, v in a._asdict().items() if v} for a in d.doubt.alternatives]
    return {**doubt, "decision": d.decision, "by": d.by, "date": d.date, **identity}


def decision(data: Mapping[str, Any], where: str) -> Decision:
    """A row as a decision. Raises BadRequest, with the place `where`, for one that lacks what identifies its doubt."""
    if missing := [name for name in _NEEDED if name not in data]:
        raise BadRequest(f"{where}: this is no decision, for it has no {' and no '.join(missing)}; give a table that `review export` wrote")
    known = {name: str(data.get(name) or "") for name in Doubt._fields if name != "alternatives"}
    others = tuple(Alternative(str(a.get("id", "")), str(a.get("name", "")), str(a.get("note", ""))) for a in data.get("alternatives") or ())
    said = " ".join(str(data.get("decision") or "").split())
    said = said.lower() if said.lower() in (ACCEPT, REJECT, NONE) else said
    return Decision(Doubt(**known, alternatives=others), said, str(data.get("by") or ""), str(data.get("date") or ""))


def read_lines(path: str, data: bytes) -> list[Decision]:
    """The lines of a decisions file, all of them. Raises BadRequest for one that is none."""
    made = []
    for n, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except ValueError as e:
            raise BadRequest(f"{path}:{n}: this line is not JSON ({e}); take it out or mend it") from e
        if not isinstance(told, dict):
            raise BadRequest(f"{path}:{n}: this line is no decision; take it out")
        made.append(decision(told, f"{path}:{n}"))
    return made


def line(d: Decision) -> str:
    """A decision as a line of the file."""
    return json.dumps(row(d), ensure_ascii=False) + "\n"


def append(path: Path, decisions: Iterable[Decision]) -> None:
    """Add decisions to a file, which is made if it is not there: all of them, on the disk when this returns, or none. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = "".join(map(line, decisions)).encode()
    with path.open("a+b", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - 1))
        if data and file.read(1) not in (b"", b"\n"):
            # whoever wrote the last line left it open
            data = b"\n" + data
        try:
            written = 0
            while written < len(data):
                written += file.write(data[written:])
            os.fsync(file.fileno())
        except OSError:
            file.truncate(size)
            raise


def signed(decisions: Iterable[Decision], by: str, date: str) -> list[Decision]:
    """The decisions that were taken, each with its editor and its day: those given where it says none itself; else today.

    Raises BadRequest for a decision of nobody, and BadQuestion for a day that is none.
    """
    on = day(date) if date else datetime.now(UTC).date().isoformat()
    made = [d._replace(by=d.by or by, date=day(d.date) if d.date else on) for d in decisions if d.decision]
    if nobody := next((d for d in made if not d.by), None):
        raise BadRequest(f"nobody answers for the decision on “{nobody.doubt.words[:40]}”; name the editor with --resp, or in the column `by`")
    return made


def last(decisions: Iterable[Decision]) -> list[Decision]:
    """The last decision on each doubt of each telegram, those that were taken back left out."""
    found: dict[tuple[str, str, str], Decision] = {}
    for d in decisions:
        found.pop(key(d.doubt), None)
        found[key(d.doubt)] = d
    return [d for d in found.values() if d.decision]


def key(doubt: Doubt) -> tuple[str, str, str]:
    """What tells a doubt from all others, in every conversion of its telegram."""
    return doubt.source or doubt.telegram, doubt.kind, doubt.id or f"{doubt.before}\0{doubt.words}\0{doubt.after}"


def of_telegram(decisions: Iterable[Decision], telegram: str, source: str) -> Sequence[Decision]:
    """The decisions on one telegram: on its text, or on one of the same number, day and title."""
    return [d for d in decisions if (d.doubt.source and d.doubt.source == source) or (d.doubt.telegram and d.doubt.telegram == telegram)]
