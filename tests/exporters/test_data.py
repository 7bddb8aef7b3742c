"""Data formats, each read again by what reads it."""

import csv
import io
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from exporters.telegrams import CORPUS, HOSTILE_NAME, hostile, made, squeezed
from tei_cable import api
from tei_cable.exporters import Missing
from tei_cable.exporters.json.model import NotOurJson, read, write
from tei_cable.model import Cable
from tei_cable.registry import parts
from tei_cable.render.facts import day, name_of, title
from tei_cable.render.occurrences import reading
from tei_cable.tei.build import build
from tei_cable.tei.names import NAMES
from tei_cable.tei.parse import parse, read_tree

SCHEMA = json.loads((ROOT / "tei_cable" / "exporters" / "json" / "schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", CORPUS, ids=[p.name for p in CORPUS])
def test_tei_to_json_to_tei_is_the_same_to_the_byte(path: Path) -> None:
    tei = api.convert(str(path).replace(".gold.xml", ".txt")).tei
    data = write(parse(read_tree(tei)))
    assert build(read(data)).encode() == tei
    assert write(read(data)) == data


def test_of_any_telegram_the_json_gives_the_same_tei(cables: list[Cable]) -> None:
    for cable in cables:
        assert read(write(cable)) == cable
        assert build(read(write(cable))) == build(cable)


def test_the_json_is_as_its_schema_says(specimens: list[Cable]) -> None:
    for cable in specimens:
        check(json.loads(write(cable)), SCHEMA, "")


def check(value: Any, schema: dict[str, Any], where: str) -> None:
    """What our schema uses of JSON Schema."""
    if ref := schema.get("$ref"):
        schema = SCHEMA["$defs"][ref.rpartition("/")[2]]
    kinds = {"object": dict, "array": list, "string": str, "integer": int}
    if kind := schema.get("type"):
        assert isinstance(value, kinds[kind]), where
    assert value in schema.get("enum", [value]), where
    assert value == schema.get("const", value), where
    if isinstance(value, dict):
        assert set(schema.get("required", ())) <= set(value), where
        rest = schema.get("additionalProperties")
        for key, inner in value.items():
            known = schema.get("properties", {}).get(key, rest)
            assert known, f"{where}/{key}"
            check(inner, known, f"{where}/{key}")
    if isinstance(value, list):
        assert schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)), where
        for inner in value:
            check(inner, schema.get("items", {}), f"{where}[]")


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"format": "tei-cable/9"}', b'{"format": "tei-cable/1"}', b"null", b"\xff"])
def test_other_json_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(NotOurJson, match="JSON"):
        read(data)


def test_tables_have_a_row_for_each_thing(cables: list[Cable]) -> None:
    data = parts("exporters")["csv"].write(cables)
    rows = {name: list(csv.DictReader(io.StringIO(table.decode(), newline=""))) for name, table in data.items()}
    assert len(rows["telegrams.csv"]) == len(cables)
    assert [r["title"] for r in rows["telegrams.csv"]] == [title(c) for c in cables]
    assert len(rows["persons.csv"]) == sum(e.kind == "person" for c in cables for e in c.entities)
    assert len(rows["places.csv"]) == sum(e.kind in ("place", "org") for c in cables for e in c.entities)
    shown = [o for c in cables for o in reading(c).occurrences if o.mention.kind in NAMES | {"date"}]
    assert [r["words"] for r in rows["mentions.csv"]] == [o.words for o in shown]
    assert len(rows["references.csv"]) == sum(m.kind == "ref" for c in cables for o in [reading(c)] for m in [x.mention for x in o.occurrences])
    assert all(None not in r and None not in r.values() for table in rows.values() for r in table)


def test_hostile_words_in_a_table_stay_words() -> None:
    data = parts("exporters")["csv"].write([hostile()])
    [person] = csv.DictReader(io.StringIO(data["persons.csv"].decode(), newline=""))
    assert person["name"] == HOSTILE_NAME


def test_points_are_longitude_and_latitude(cables: list[Cable]) -> None:
    found = json.loads(made("geojson", cables))
    placed = {e.id: e.geo for c in reversed(cables) for e in c.entities if e.kind == "place" and e.geo}
    assert {f["id"]: f["geometry"]["coordinates"] for f in found["features"]} == {i: [*map(float, reversed(g.split()))] for i, g in placed.items()}
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for f in found["features"] for x, y in [f["geometry"]["coordinates"]])


@pytest.mark.parametrize(("name", "node", "edge"), [("gexf", "{*}node", "{*}edge"), ("graphml", "{*}node", "{*}edge")])
def test_edges_join_nodes(name: str, node: str, edge: str, cables: list[Cable]) -> None:
    root = read_tree(made(name, cables))
    ids = [e.get("id") for e in root.iter(node)]
    assert len(ids) == len(set(ids))
    assert all(e.get("source") in ids and e.get("target") in ids for e in root.iter(edge))
    known = {e.id for c in cables for e in c.entities if e.kind != "term"}
    assert known <= set(ids)
    assert {f"telegram:{name_of(c, i)}" for i, c in enumerate(cables)} <= set(ids)


def test_networkx_reads_the_graphs(cables: list[Cable]) -> None:
    networkx = pytest.importorskip("networkx")
    one = networkx.parse_graphml(made("graphml", cables).decode())
    root = read_tree(made("gexf", cables))
    assert one.number_of_nodes() == len(list(root.iter("{*}node")))
    two = networkx.read_gexf(io.BytesIO(made("gexf", cables)), version="1.3") if "1.3" in networkx.readwrite.gexf.GEXF.versions else None
    assert two is None or set(two.nodes) == set(one.nodes)


def test_each_selection_selects_the_words(cables: list[Cable]) -> None:
    for cable in cables:
        found = json.loads(made("webanno", [cable]))
        text, *rest = found["first"]["items"]
        words = text["body"]["value"]
        assert found["total"] == len(rest) + 1
        assert len({a["id"] for a in rest}) == len(rest)
        for a in rest:
            position, quote = a["target"]["selector"]
            assert words[position["start"] : position["end"]] == quote["exact"]
            at = position["start"]
            assert words[:at].endswith(quote["prefix"])
            assert words[position["end"] :].startswith(quote["suffix"])


def test_tokens_are_the_words_and_tags_are_iob2(cables: list[Cable]) -> None:
    for cable in cables:
        rows = [line.split("\t") for line in made("conll", [cable]).decode().split("\n")[2:]]
        assert all(len(r) == 3 for r in rows if r != [""])
        read = reading(cable)
        assert "".join(r[0] for r in rows if r != [""]) == squeezed(read.text)
        before = "O"
        for _, tag, _ in [r if len(r) == 3 else ["", "O", ""] for r in rows]:
            assert re.fullmatch(r"O|[BI]-(PER|LOC|ORG|DATE)", tag)
            assert not tag.startswith("I-") or before[1:] == tag[1:]
            before = tag


def test_linked_data_is_read_without_the_network(cables: list[Cable]) -> None:
    found = json.loads(made("jsonld", cables))
    assert isinstance(found["@context"], dict)
    assert [m["name"] for m in found["@graph"]] == [title(c) for c in cables]
    assert [m.get("dateSent", "") for m in found["@graph"]] == [day(c) for c in cables]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_turtle_says_what_json_ld_says(cables: list[Cable]) -> None:
    rdflib = pytest.importorskip("rdflib")
    for cable in cables[:30]:
        one = rdflib.Graph().parse(data=made("jsonld", [cable]).decode(), format="json-ld")
        two = rdflib.Graph().parse(data=made("turtle", [cable]).decode(), format="turtle")
        assert len(one) > 3
        assert set(one) == set(two)


LIBRARIES = [
    ("turtle", "rdflib", "rdf"),
    ("docx", "docx", "office"),
    ("pdf", "typst", "office"),
    ("parquet", "pyarrow", "parquet"),
    ("spacy", "spacy", "spacy"),
]


@pytest.mark.parametrize(("name", "module", "extra"), LIBRARIES, ids=[name for name, *_ in LIBRARIES])
def test_a_missing_library_is_a_sentence(name: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch, specimens: list[Cable]) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(Missing, match=rf"needs the library {module}; install it with: pip install 'tei-cable\[{extra}\]'"):
        parts("exporters")[name].write(specimens[:1])
    # `all` is all of them
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert extra in told
    assert extra in told["all"][0]
