"""Profiles of TEI: what each tool demands, held against what is written for it."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from exporters.telegrams import CORPUS, squeezed, told
from tei_cable import api
from tei_cable.model import Cable
from tei_cable.registry import parts
from tei_cable.render.reshape import drop
from tei_cable.tei.names import XML, T
from tei_cable.tei.parse import parse, read_tree

NAMED = ("persName", "placeName", "orgName")
ALL = [n for n in parts("profiles") if n != "frus"]


def made(name: str, cable: Cable) -> etree._Element:
    return read_tree(parts("profiles")[name].write([cable]))


def words(root: etree._Element) -> str:
    """The text without notes that have a number, and without additions."""
    out = []

    def walk(e: etree._Element) -> None:
        kind = etree.QName(e).localname if isinstance(e.tag, str) else ""
        if kind and not (kind == "note" and e.get("n")) and kind not in ("corr", "expan", "reg"):
            out.append(e.text or "")
            for c in e:
                walk(c)
        out.append(e.tail or "")

    text = root.find(f"{T}text")
    assert text is not None
    walk(text)
    return squeezed("".join(out))


def plain(cable: Cable) -> str:
    return told(cable, lambda n: "", lambda n: "")[0]


def faults(jing: str, schema: Path, profiles: list[str], cables: list[Cable], folder: Path) -> str:
    """What jing says of all telegrams in these profiles; one run, since the schema takes it longest."""
    for name in profiles:
        for i, cable in enumerate(cables):
            (folder / f"{name}-{i}.xml").write_bytes(parts("profiles")[name].write([cable]))
    compact = ["-c"] if schema.suffix == ".rnc" else []
    return subprocess.run([jing, *compact, str(schema), *map(str, sorted(folder.iterdir()))], capture_output=True, text=True, check=False).stdout


def test_valid_by_tei_all(shared: Path, specimens: list[Cable], quarter: list[Cable], tool: Callable[[str], str], tmp_path: Path) -> None:
    assert faults(tool("jing"), shared / "schemas" / "tei_all.rng", ALL, [*specimens, *quarter], tmp_path) == ""


def test_frus_is_valid_by_the_schema_of_the_series(
    shared: Path, specimens: list[Cable], others: list[Cable], tool: Callable[[str], str], tmp_path: Path
) -> None:
    assert faults(tool("jing"), shared / "schemas" / "frus-2015.rnc", ["frus"], [*specimens, *others], tmp_path) == ""


@pytest.mark.parametrize("path", CORPUS, ids=[p.name for p in CORPUS])
def test_cable_is_our_own_tei_to_the_byte(path: Path) -> None:
    tei = api.convert(str(path).replace(".gold.xml", ".txt")).tei
    assert parts("profiles")["cable"].write([parse(read_tree(tei))]) == tei


@pytest.mark.parametrize("name", ["cable", "evt2", "evt3", "frus", "leaf-writer", "tei-publisher", "teitok", "voyant"])
def test_no_word_of_the_text_is_lost(name: str, cables: list[Cable]) -> None:
    for cable in cables:
        root = made(name, cable)
        for lists in root.findall(f"{T}text/{T}front"):
            root.find(f"{T}text").remove(lists)  # type: ignore[union-attr]
        assert words(root) == plain(cable), cable.source.path


@pytest.mark.parametrize("name", ["evt2", "evt3"])
def test_evt(name: str, cables: list[Cable]) -> None:
    for cable in cables:
        root = made(name, cable)
        assert root.find(f".//{T}standOff") is None
        lists = list(root.iter(f"{T}listPerson", f"{T}listPlace", f"{T}listOrg"))
        assert all(e.getparent() is root.find(f"{T}teiHeader/{T}fileDesc/{T}sourceDesc") for e in lists)
        ids = {x.get(f"{XML}id") for e in lists for x in e}
        text = root.find(f"{T}text")
        assert text is not None
        assert all(e.get("ref", "#")[1:] in ids | {""} for e in text.iter(*(T + n for n in NAMED)))
        assert not [e for e in text.iter(f"{T}rs") if e.get("ref")]
        assert all(n.get("n") for n in text.iter(f"{T}note") if n.get("place") == "foot")


def test_leaf_writer(cables: list[Cable]) -> None:
    for cable in cables:
        data = parts("profiles")["leaf-writer"].write([cable])
        assert re.match(rb'<\?xml [^>]*\?>\n<\?xml-model href="https?://\S+tei_all\.rng"', data)
        for e in read_tree(data).iter(*(T + n for n in NAMED)):
            if next(e.iterancestors(f"{T}text"), None) is not None and e.get("ref"):
                assert e.get("key")
                assert re.match(r"https?://|#", e.get("ref", ""))


def test_tei_publisher(cables: list[Cable]) -> None:
    for cable in cables:
        root = made("tei-publisher", cable)
        ids = {e.get(f"{XML}id") for e in root.iter(etree.Element)}
        text = root.find(f"{T}text")
        assert text is not None
        for e in text.iter(*(T + n for n in NAMED)):
            assert e.get("ref") is None
            assert e.get("key") is None or e.get("key") in ids
        assert all(n.get("place") for n in text.iter(f"{T}note"))


def before(item: etree._Element) -> str | None:
    label = item.getprevious()
    return None if label is None else label.text


def test_ceteicean_keeps_the_printed_numbers(cables: list[Cable]) -> None:
    for cable in cables:
        root = made("ceteicean", cable)
        assert root.find(f".//{T}standOff") is None
        text = root.find(f"{T}text")
        assert text is not None
        assert text.find(f".//{T}note") is None
        items = {e.get(f"{XML}id"): e for e in text.iter(f"{T}item") if e.get(f"{XML}id", "").startswith("fn")}
        labels = [before(e) for e in items.values()]
        body, notes = told(cable, lambda n: n.get("n", ""), lambda n: "")
        assert sorted(labels) == sorted(n for n, _ in notes)
        links = [e for e in text.iter(f"{T}ref") if e.get("type") == "note"]
        assert len(links) == sum(n.anchor is not None for n in cable.notes)
        assert all(before(items[e.get("target", "")[1:]]) == e.text for e in links)
        inner = text.find(f"{T}body")
        assert inner is not None
        for added in list(inner.iter(f"{T}seg")):
            if added.get("type") == "correction":
                assert re.fullmatch(r" \[.*\]", added.text or "")
                drop(added)
        assert squeezed("".join(inner.itertext())) == body


def test_teitok_has_no_notes_in_the_text(cables: list[Cable]) -> None:
    for cable in cables:
        root = made("teitok", cable)
        text = root.find(f"{T}text")
        assert text is not None
        assert not [n for n in text.iter(f"{T}note") if n.get("n")]
        notes = [n for n in root.iter(f"{T}note") if n.get("n") and n.get(f"{XML}id", "").startswith("fn")]
        assert len(notes) == len(cable.notes)
        anchors = {a.get(f"{XML}id") for a in text.iter(f"{T}anchor")}
        assert all(n.get("target", "")[1:] in anchors for n in notes if n.get("target"))
        assert len(anchors) == sum(n.anchor is not None for n in cable.notes)
        assert {etree.QName(e).namespace for e in root.iter(etree.Element)} == {T[1:-1]}


def test_voyant_finds_one_title_and_no_notes(cables: list[Cable]) -> None:
    for cable in cables:
        root = made("voyant", cable)
        assert len(root.xpath("//*[local-name()='teiHeader']//*[local-name()='title']")) == 1
        [text] = root.xpath("//*[local-name()='text']")
        assert squeezed("".join(text.itertext())) == plain(cable)


def test_frus_has_no_rs_for_an_office_whose_holder_is_not_known() -> None:
    cable = api.convert(b"The Ambassador of Ruritania said so.").cable
    assert made("cable", cable).find(f".//{T}rs") is not None
    root = made("frus", cable)
    assert root.find(f".//{T}rs") is None
    assert squeezed("The Ambassador of Ruritania said so.") in words(root)


def test_frus_points_and_numbers_as_the_series_does(cables: list[Cable]) -> None:
    for cable in cables:
        data = parts("profiles")["frus"].write([cable])
        root = read_tree(data)
        assert b"<?" not in data[5:]
        ids = [e.get(f"{XML}id") for e in root.iter(etree.Element) if e.get(f"{XML}id")]
        assert len(ids) == len(set(ids))
        assert [t.get("type") for t in root.iterfind(f".//{T}titleStmt/{T}title")] == ["complete", "series", "subseries", "volumenumber", "volume"]
        [document] = root.iterfind(f"{T}text/{T}body/{T}div")
        assert document.get(f"{XML}id") == f"d{document.get('n')}"
        for e in document.iter(etree.Element):
            assert e.get("ref") is None
            assert e.get("corresp", "#p_")[:3] == "#p_"
            assert e.get("corresp", "#")[1:] in [*ids, ""]
        notes = [n for n in document.iter(f"{T}note") if n.get("n")]
        assert all(re.fullmatch(r"d\d+fn.+", n.get(f"{XML}id", "")) for n in notes)
        assert len(notes) == len(cable.notes)
        assert not [n for n in notes if n.find(f".//{T}note") is not None]
        assert not [d for d in document.iter(f"{T}date") if d.get("when", "").endswith("Z")]
