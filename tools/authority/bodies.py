"""orgs.tsv: organisations of the hand-written table, governments and services of states, offices in the lists of terms."""

import re
from collections import Counter

from tools.authority import tables
from tools.authority.frus import Volume
from tools.authority.places import USAGE
from tools.authority.tables import Row, joined, slug, values
from tools.authority.terms import Term

COLUMNS = "id name variants country weak source".split()
SERVICES = "Army|Air Force|Navy|Foreign Ministry|Foreign Office|Communist Party|Parliament|Cabinet|General Staff|Armed Forces"
SERVICE = re.compile(rf"((?:[A-Z][\w.]+ ){{1,2}})({SERVICES})\b")
NO_BODY = re.compile(r"telegram|memorand|series|\bfile|Record Group|^\w+$|^(?:Chief|Chairman|Commander)\b|Group of|Country", re.IGNORECASE)
ENOUGH = 3  # uses of a service's name in the telegrams
BODY = re.compile(
    r"^(?:Bureau|Office|Division|Policy Planning|Reports and Operations) |^Executive Secretariat|^Bank of "
    r"|\b(?:Administration|Agency|Board|Bureau|Command|Commission|Committee|Company|Corporation|Department|Group|Institute|Office|Organization"
    r"|Service|Staff|Union|Bank|Delegation|Council|Forces|Party|Army|Navy|Fund)(?:,[\w ,.]+)?$"
)


def orgs(volumes: list[Volume], terms: list[Term], places: set[str]) -> list[Row]:
    """All organisations, sorted by id; a name is given to one of them only."""
    rows = [dict(row) for row in tables.hand("orgs")]
    taken = {name: row for row in rows for name in names(row)}
    used = _services(volumes)
    for row in tables.hand("states"):
        for made in _state(row, used):
            _add(made, rows, taken)
    for term in terms:
        if BODY.search(term.expansion) and not NO_BODY.search(term.expansion) and not places & set(term.forms):
            _add(_listed(term), rows, taken)
    return sorted(rows, key=lambda row: row["id"])


def names(row: Row) -> list[str]:
    """Return a row's name and variants."""
    return [row["name"], *values(row.get("variants", ""))]


def _add(made: Row, rows: list[Row], taken: dict[str, Row]) -> None:
    """Add a row, or give its names to the row that has one of them already."""
    old = next((taken[name] for name in names(made) if name in taken), None)
    row = old if old is not None else made
    if old is None:
        rows.append(row)
    row["variants"] = joined([*values(row["variants"]), *(name for name in names(made) if name not in taken)], but=row["name"])
    taken.update({name: taken.get(name, row) for name in names(made)})


def _state(row: Row, used: Counter[str]) -> list[Row]:
    """Make the government of a state and its services that telegrams name."""
    made = []
    country = {"country": row["iso"].lower(), "weak": "", "source": USAGE}
    adjectives = values(row["adjective"])
    article = "the " if re.search(r"^(?:Central|Dominican|Federal|German Dem|Ivory|Netherlands|Philippines|United)|USSR", row["name"]) else ""
    full = [f"Government of {article}{row['name']}"] if row["type"] == "country" else []
    forms = [f"{adjective} {word}" for adjective in adjectives for word in ("Government", "Govt")] + full
    if forms:
        made.append({**country, "id": f"government-of-{row['id']}", "name": forms[0], "variants": joined(forms[1:])})
    for adjective in adjectives:
        for service in SERVICES.split("|"):
            name = f"{adjective} {service}"
            if used[name] >= ENOUGH:
                made.append({**country, "id": slug(name), "name": name, "variants": ""})
    return made


def _services(volumes: list[Volume]) -> Counter[str]:
    """How often the telegrams name an army, a ministry … with one or two words before it."""
    used: Counter[str] = Counter()
    for volume in volumes:
        for text in volume.texts():
            for before, service in SERVICE.findall(text):
                words = before.split()
                used.update({f"{words[-1]} {service}", f"{' '.join(words)} {service}"})
    return used


def _listed(term: Term) -> Row:
    full = re.sub(r", Department of (State|Defense)$", "", term.expansion)
    return {
        "id": f"org-{slug(term.forms[0])}",
        "name": term.forms[0],
        "variants": joined([*term.forms[1:], *([full] if re.match(r"[A-Z][\w ,'’&-]+$", full) else [])]),
        "country": "us" if "Department of" in term.expansion else "",
        "weak": "",
        "source": f"FRUS lists of abbreviations ({term.volumes} volumes)",
    }
