"""Records, each read again, and held against the schema of the format where there is one."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from exporters.telegrams import hostile, made
from tei_cable.model import Cable, Field, Source
from tei_cable.render.facts import day, title
from tei_cable.render.record import record
from tei_cable.tei.parse import read_tree

DC = set("title creator subject description publisher contributor date type format identifier source language relation coverage rights".split())


def test_cmif_is_valid(specimens: list[Cable], others: list[Cable], shared: Path, tool: Callable[[str], str], tmp_path: Path) -> None:
    files = []
    for i, cables in enumerate([[c] for c in specimens] + [specimens, others]):
        files.append(tmp_path / f"{i}.xml")
        files[-1].write_bytes(made("cmif", cables))
    run = subprocess.run([tool("jing"), str(shared / "schemas" / "cmif.rng"), *map(str, files)], capture_output=True, text=True, check=False)
    assert run.stdout == ""


def test_cmif_keeps_the_rules_of_its_schematron(cables: list[Cable]) -> None:
    root = read_tree(made("cmif", cables))
    uuid = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    ids = [b.get("{http://www.w3.org/XML/1998/namespace}id", "") for b in root.iter("{*}bibl")]
    assert all(re.search(uuid, i) for i in ids)
    for d in root.iter("{*}correspDesc"):
        assert [a.get("type") for a in d.iterfind("{*}correspAction")] == ["sent", "received"]
        assert d.get("source", "")[1:] in ids
    assert all(d.get("when") or d.get("notBefore") for d in root.iter("{*}date"))
    assert {e.get("cert", "low") for e in root.iter()} == {"low"}


def test_cmif_has_an_entry_for_each_recipient_with_a_note() -> None:
    fields = (
        Field("sent/persName", "Kern"),
        Field("received/persName", "Brun"),
        Field("received/orgName", "Embassy in Laos"),
        Field("received/persName", "Lutz"),
    )
    root = read_tree(made("cmif", [Cable(Source("", None, "a" * 64), "plain", fields=fields)]))
    entries = list(root.iter("{*}correspDesc"))
    assert [e[1][0].text for e in entries] == ["Brun", "Embassy in Laos", "Lutz"]
    assert all("3 recipients" in (e[2].text or "") for e in entries)


def test_mods_has_title_names_and_date(cables: list[Cable]) -> None:
    root = read_tree(made("mods", cables))
    assert [m.findtext("{*}titleInfo/{*}title") for m in root] == [title(c) for c in cables]
    for i, (m, cable) in enumerate(zip(root, cables, strict=True)):
        r = record(cable, i)
        roles = [role.text for role in m.iterfind("{*}name/{*}role/{*}roleTerm")]
        assert roles.count("author") == len(r.senders)
        assert roles.count("addressee") == len(r.recipients)
        assert (m.findtext("{*}originInfo/{*}dateCreated") or "") == day(cable)


def test_dublin_core_has_its_elements_and_no_others(cables: list[Cable]) -> None:
    for cable in cables:
        root = read_tree(made("dc", [cable]))
        assert all(str(e.tag).startswith("{http://purl.org/dc/elements/1.1/}") for e in root)
        assert {str(e.tag).rpartition("}")[2] for e in root} <= DC
        assert root.findtext("{*}title") == title(cable)
        assert (root.findtext("{*}date") or "") == day(cable)


def test_the_finding_aid_has_an_item_for_each_telegram(cables: list[Cable]) -> None:
    root = read_tree(made("ead", cables))
    items = list(root.iter("{*}c01"))
    assert [i.findtext("{*}did/{*}unittitle") for i in items] == [title(c) for c in cables]
    assert [e.tag.rpartition("}")[2] for e in root] == ["eadheader", "archdesc"]
    dates = [d.get("normal", "") if (d := i.find("{*}did/{*}unitdate")) is not None else "" for i in items]
    assert dates == [day(c) for c in cables]


def test_ris_is_tags_and_values(cables: list[Cable]) -> None:
    lines = made("ris", cables).decode().split("\r\n")
    assert lines.pop() == ""
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert lines.count("TY  - MANSCPT") == lines.count("ER  - ") == len(cables)
    assert [line[6:] for line in lines if line.startswith("TI")] == [" ".join(title(c).split()) for c in cables]


def test_bibtex_balances_and_its_keys_differ(cables: list[Cable]) -> None:
    text = made("bibtex", [*cables, hostile(), hostile()]).decode()
    bare = re.sub(r"\\[{}]", "", text)
    depth = 0
    for c in bare:
        depth += (c == "{") - (c == "}")
        assert depth >= 0
    assert depth == 0
    keys = re.findall(r"^@misc\{([^,]*),$", text, re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(cables) + 2
    assert not re.search(r"(?<!\\)[&%#$]", re.sub(r"url = .*", "", text))


def test_csl_has_names_and_dates(cables: list[Cable]) -> None:
    items = json.loads(made("csl", [*cables, cables[0]]))
    assert len({i["id"] for i in items}) == len(cables) + 1
    for i, (item, cable) in enumerate(zip(items, cables, strict=False)):
        assert item["title"] == title(cable)
        assert len(item.get("author", [])) == len(record(cable, i).senders)
        if day(cable)[:1].isdigit():
            assert item["issued"]["date-parts"][0][0] == int(day(cable)[:4])
