"""Claims of several volumes about one tenure become one row."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from tools.authority.dates import Period
from tools.authority.notes import Claim
from tools.authority.tables import Row, joined

APART = 7  # months by which two dates of one event may differ


def tenures(found: Iterable[Claim]) -> list[Row]:
    """One row for each tenure: the date most volumes give, the most exact where they agree, and the years attested."""
    groups: dict[tuple[str, str, str, str], list[list[Claim]]] = defaultdict(list)
    dated_first = sorted(found, key=lambda claim: (not (claim.period.start and claim.period.end), claim.seen, claim.source))
    for claim in dated_first:
        same = groups[claim.office, claim.state, claim.post, claim.person]
        home = next((group for group in same if all(_agree(claim, other) for other in group)), None)
        if home is None:
            same.append([claim])
        else:
            home.append(claim)
    return _apart([_row(key, group) for key, found in sorted(groups.items()) for group in _settled(found)])


def _settled(groups: list[list[Claim]]) -> list[list[Claim]]:
    """Join a tenure with one of more claims that it overlaps: the dates of the many stand."""
    kept: list[list[Claim]] = []
    for group in sorted(groups, key=len, reverse=True):
        home = next((other for other in kept if _overlap(group, other)), None)
        if home is None:
            kept.append(list(group))
        else:
            home += [replace(claim, period=Period()) for claim in group]
    return kept


def _overlap(one: list[Claim], other: list[Claim]) -> bool:
    """Whether the attested years of two tenures share more than the year in which one ends and the other begins."""
    (a, b), (c, d) = _years(one), _years(other)
    return max(a, c) < min(b, d) or (a, b) == (c, d)


def _years(group: list[Claim]) -> tuple[int, int]:
    return min(claim.seen[0] for claim in group), max(claim.seen[1] for claim in group)


def _apart(rows: list[Row]) -> list[Row]:
    """Shorten the attested years of a tenure without a date there where another holder's date ends or begins."""
    for row in rows:
        others = [other for other in rows if other is not row and other["person"] != row["person"]]
        for other in (other for other in others if all(other[name] == row[name] for name in ("office", "state", "post"))):
            ended, started = other["ended"][:4], other["started"][:4]
            if not row["started"] and ended and other["seen_from"] <= row["seen_from"] <= ended < row["seen_to"]:
                row["seen_from"] = str(int(ended) + 1)
            if not row["ended"] and started and row["seen_from"] < started <= row["seen_to"] <= other["seen_to"]:
                row["seen_to"] = str(int(started) - 1)
    return rows


def _row(key: tuple[str, str, str, str], group: list[Claim]) -> Row:
    office, state, post, person = key
    started = _best(claim.period.start for claim in group)
    ended = _best(claim.period.end for claim in group)
    first, last = min(claim.seen[0] for claim in group), max(claim.seen[1] for claim in group)
    first = max(first, int(started[:4])) if started else first
    last = min(last, int(ended[:4])) if ended else last
    sources = sorted({claim.source.removeprefix("FRUS ").removesuffix(" list of persons") for claim in group})
    return {
        "office": office,
        "state": state,
        "post": post,
        "person": person,
        "appointed": "",
        "started": started,
        "ended": ended,
        "seen_from": str(min(first, last)),
        "seen_to": str(max(first, last)),
        "source": f"FRUS lists of persons: {joined(sources).replace('|', ', ')}",
    }


def _best(dates: Iterable[str]) -> str:
    """Return the month most volumes give, as exactly as any of them gives it."""
    given = sorted(date for date in dates if date)
    if not given:
        return ""
    months = Counter(date[:7] for date in given if len(date) >= 7) or Counter(given)
    month = min(months, key=lambda date: (-months[date], date))
    exact = Counter(date for date in given if date.startswith(month))
    return max(exact, key=lambda date: (len(date), exact[date], date))


def _agree(one: Claim, other: Claim) -> bool:
    """Whether two claims can be of one tenure."""
    a, b = one.period, other.period
    if (a.start and b.start and _far(a.start, b.start)) or (a.end and b.end and _far(a.end, b.end)):
        return False
    if (a.end and b.start and a.end[:7] < b.start[:7]) or (b.end and a.start and b.end[:7] < a.start[:7]):
        return False
    early, late = sorted((one, other), key=lambda claim: claim.seen)
    return not ((early.period.end and late.seen[0] > int(early.period.end[:4])) or (late.period.start and early.seen[1] < int(late.period.start[:4])))


def _far(one: str, other: str) -> bool:
    if len(one) < 7 or len(other) < 7:
        return abs(int(one[:4]) - int(other[:4])) > 1
    return abs(_month(one) - _month(other)) > APART


def _month(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7])
