"""The form of the tables of the core authority: one row a thing, references that resolve, a source for each row."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from tools.authority import coverage, forms

DATA = Path(__file__).parents[2] / "tei_cable" / "authority" / "data"
COLUMNS = {
    "persons": "id name forename surname variants birth death idno count from to weak note source",
    "places": "id name type variants country geonames lat lon population weak source",
    "place-names": "name place from to weak note source",
    "orgs": "id name variants country weak source",
    "offices": "office state post person appointed started ended seen_from seen_to source",
    "tenures": "office state post person name birth death idno appointed started ended seen_from seen_to source",
    "terms": "id term variants expansion source",
    "foreign": "word lang weak source",
}
WITH_IDS = ("persons", "register", "places", "orgs", "terms")
BODIES = {"un", "nato"}
TYPES = {"country", "capital", "city", "region", "continent", "water", "island", "base"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
BUDGET = 1_900_000


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def ids(name: str) -> set[str]:
    return {row["id"] for row in rows(name)}


@pytest.mark.parametrize("name", COLUMNS)
def test_each_file_has_its_columns_and_full_rows(name: str) -> None:
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    assert lines[0].split("\t") == COLUMNS[name].split()
    assert lines[-1] == ""
    assert {line.count("\t") for line in lines[:-1]} == {lines[0].count("\t")}


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_has_a_source_and_no_stray_space(name: str) -> None:
    for row in rows(name):
        assert row["source"], row
        assert all(cell == cell.strip() and "||" not in cell and "  " not in cell for cell in row.values()), row


@pytest.mark.parametrize("name", WITH_IDS)
def test_rows_are_sorted_by_id(name: str) -> None:
    found = [row["id"] for row in rows(name)]
    assert found == sorted(found)


def test_ids_are_unique_over_all_files_and_valid_names() -> None:
    found = [row["id"] for name in WITH_IDS for row in rows(name)]
    assert len(found) == len(set(found))
    assert [name for name in found if not re.fullmatch(r"[a-z][a-z0-9-]*", name)] == []


def test_variants_differ_from_the_name_and_from_each_other() -> None:
    for name in ("persons", "places", "orgs"):
        for row in rows(name):
            forms = [row["name"], *(row["variants"].split("|") if row["variants"] else [])]
            assert len(forms) == len(set(forms)), row


def test_a_name_is_given_to_one_organisation_only() -> None:
    forms = [form for row in rows("orgs") for form in {row["name"], *row["variants"].split("|")} if form]
    assert sorted(form for form in set(forms) if forms.count(form) > 1) == []


def test_the_register_has_numbers_of_its_source_years_and_counts() -> None:
    assert (DATA / "register.tsv").read_text(encoding="utf-8").split("\n")[0] == "id\tsurname\tforename\tvariants\thsg\tcount\tfrom\tto"
    numbers = [row["hsg"] for row in rows("register")] + [row["idno"].removeprefix("hsg:") for row in rows("persons")]
    assert len(numbers) == len(set(numbers))
    for row in rows("register"):
        assert re.fullmatch(r"\d{6}", row["hsg"]), row
        assert row["surname"], row
        assert int(row["count"]) > 1, row
        assert int(row["from"]) <= int(row["to"]), row


def test_forenames_are_up_to_date() -> None:
    assert (DATA / "forenames.txt").read_text(encoding="utf-8") == forms.forenames()


def test_persons_have_numbers_years_and_counts() -> None:
    for row in rows("persons"):
        assert re.fullmatch(r"hsg:\d{6}", row["idno"]), row
        assert row["surname"] or row["forename"] or row["name"]
        assert int(row["count"]) > 0
        assert int(row["from"]) <= int(row["to"]), row
        assert all(not row[life] or DATE.fullmatch(row[life]) for life in ("birth", "death")), row


def test_places_have_a_known_type_and_plausible_coordinates() -> None:
    for row in rows("places"):
        assert row["type"] in TYPES, row
        assert bool(row["lat"]) == bool(row["lon"])
        assert not row["lat"] or (-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180), row
        assert row["source"].startswith("GeoNames") == bool(row["geonames"]), row
        assert not row["country"] or re.fullmatch("[A-Z]{2}", row["country"]), row


def test_historical_names_point_to_a_place_and_have_possible_dates() -> None:
    names = {row["id"]: row["name"] for row in rows("places")}
    for row in rows("place-names"):
        assert row["place"] in names, row
        assert all(not row[day] or DATE.fullmatch(row[day]) for day in ("from", "to")), row
        assert not row["from"] or not row["to"] or row["from"] < row["to"], row
        assert row["from"] or row["to"] or row["name"] != names[row["place"]], row
        assert row["source"], row
    assert len({row["name"]: row["place"] for row in rows("place-names")}) == len({(row["name"], row["place"]) for row in rows("place-names")})
    assert len({(row["name"], row["from"]) for row in rows("place-names")}) == len(rows("place-names"))


def test_four_hundred_former_names_of_places_with_a_number_of_geonames() -> None:
    places = {row["id"]: row for row in rows("places")}
    former = {row["name"] for row in rows("place-names") if row["name"] != places[row["place"]]["name"] and places[row["place"]]["geonames"]}
    assert len(former) >= 400


def test_offices_refer_to_persons_states_and_posts() -> None:
    states = {row["id"] for row in rows("places") if row["type"] == "country"}
    for row in rows("offices"):
        assert row["person"] in ids("persons"), row
        assert row["state"] in states | BODIES, row
        assert not row["post"] or row["post"] in states, row
        assert row["state"] != row["post"], row


def test_offices_are_dated_and_in_order() -> None:
    for row in rows("offices"):
        dates = [row[name] for name in ("appointed", "started", "ended", "seen_from", "seen_to")]
        assert all(not date or DATE.fullmatch(date) for date in dates), row
        assert any(dates), row
        assert not row["started"] or not row["ended"] or row["started"] <= row["ended"], row
        assert not row["seen_from"] or row["seen_from"] <= row["seen_to"], row


@pytest.mark.parametrize("name", ["persons", "places", "place-names", "orgs", "foreign"])
def test_weak_is_one_or_empty(name: str) -> None:
    assert {row["weak"] for row in rows(name)} <= {"", "1"}


def test_the_tables_stay_small() -> None:
    assert sum(path.stat().st_size for path in DATA.glob("*.tsv")) < BUDGET


@pytest.mark.parametrize(
    ("office", "state", "post", "date", "person"),
    [
        ("President", "united-states", "", "1962-11-01", "kennedy"),
        ("Chairman of the Council of Ministers", "ussr", "", "1962-11-01", "khrushchev"),
        ("First Secretary of the Central Committee", "ussr", "", "1962-11-01", "khrushchev"),
        ("Ambassador", "france", "ussr", "1962-10-30", "dejean"),
        ("Ambassador", "france", "united-states", "1962-11-01", "alphand"),
        ("Foreign Minister", "france", "", "1962-11-01", "couve-de-murville"),
        ("Supreme Allied Commander, Europe", "nato", "", "1962-11-01", "norstad"),
        ("Minister of Defense", "ussr", "", "1962-11-01", "malinovsky"),
        ("Ambassador", "united-states", "france", "1962-11-01", "bohlen"),
    ],
)
def test_one_person_only_is_known_in_an_office(office: str, state: str, post: str, date: str, person: str) -> None:
    held = [row for row in rows("offices") if (row["office"], row["state"], row["post"]) == (office, state, post)]
    since = {row["person"] for row in held if (row["started"] or row["seen_from"]) <= date}
    assert {row["person"] for row in held if row["person"] in since and (row["ended"] or row["seen_to"] + "-99") >= date} == {person}


def test_the_table_of_forms_is_what_the_other_tables_ask_for() -> None:
    made = forms.table().split("\n")
    there = (DATA / "forms.tsv").read_text(encoding="utf-8").split("\n")
    old = next((pair for pair in zip(there, made, strict=False) if pair[0] != pair[1]), None)
    assert (old, len(there)) == (None, len(made)), f"out of date (run tools/authority/forms.py): {old}"


def test_american_tenures_of_others_have_their_own_persons_and_places() -> None:
    places = ids("places")
    lives: dict[str, tuple[str, str]] = {}
    for row in rows("tenures"):
        assert row["person"] not in ids("persons"), row
        assert re.fullmatch(r"[a-z][a-z0-9-]*", row["person"]), row
        assert row["state"] == "united-states"
        assert not row["post"] or row["post"] in places, row
        assert all(not row[c] or DATE.fullmatch(row[c]) for c in ("birth", "death", "appointed", "started", "ended")), row
        assert row["appointed"] or row["started"] or row["ended"], row
        assert lives.setdefault(row["person"], (row["name"], row["birth"])) == (row["name"], row["birth"])


def test_the_page_says_what_is_covered() -> None:
    assert coverage.coverage() in (Path(__file__).parents[2] / "docs" / "core-authority.md").read_text(encoding="utf-8")
