"""The site: its pages, registers, chronology and index."""

import json
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote

import pytest
from lxml import etree, html

from exporters.telegrams import HOSTILE_NAME, html_told, marked, told
from tei_cable.exporters.site import part
from tei_cable.exporters.site.index import shelf, words
from tei_cable.model import Cable, Entity, Mention, Source, Span
from tei_cable.render.merged import merged
from tei_cable.render.page.timeline import bars, periods, spelled


@pytest.fixture(scope="module")
def files(specimens: list[Cable]) -> dict[str, bytes]:
    return dict(part.write(specimens))


def parsed(files: dict[str, bytes]) -> dict[str, etree._Element]:
    return {name: html.document_fromstring(data.decode()) for name, data in files.items() if name.endswith(".html")}


def test_there_is_a_page_for_each_telegram_with_its_text(files: dict[str, bytes], specimens: list[Cable]) -> None:
    pages = [root for name, root in parsed(files).items() if name.startswith("telegrams/")]
    assert len(pages) == len(specimens)
    shown = [html_told(next(root.iter("article"))) for root in pages]
    assert all(told(cable, marked, lambda n: "") in shown for cable in specimens)


def test_every_link_leads_to_a_page_and_a_place_in_it(files: dict[str, bytes]) -> None:
    pages = parsed(files)
    ids = {name: [e.get("id") for e in root.iter() if e.get("id")] for name, root in pages.items()}
    between = 0
    for name, root in pages.items():
        assert len(ids[name]) == len(set(ids[name])), name
        for e in root.iter("a", "link", "script"):
            address = e.get("href") or e.get("src") or ""
            if address.startswith(("http://", "https://")):
                continue
            path, _, place = unquote(address).partition("#")
            target = below(name, path) if path else name
            assert target in files, (name, address)
            assert not place or place in ids[target], (name, address)
            between += target != name
    assert between > 100


def below(page: str, path: str) -> str:
    folder = PurePosixPath(page).parent
    while path.startswith("../"):
        folder, path = folder.parent, path[3:]
    return str(folder / path)


def test_the_chronology_and_the_neighbours_are_in_the_order_of_the_dates(files: dict[str, bytes]) -> None:
    pages = parsed(files)
    order = [a.get("href") for li in pages["index.html"].findall(".//ul[@class='listed']/li") for a in li.iter("a")]
    walked = [order[0]]
    while later := [a for a in pages[walked[-1]].iter("a") if a.get("rel") == "next"]:
        walked.append(f"telegrams/{later[0].get('href')}")
    assert walked == order
    assert sorted(order) == sorted(name for name in files if name.startswith("telegrams/"))


def test_a_register_says_which_telegrams_name_an_entry(files: dict[str, bytes], specimens: list[Cable]) -> None:
    people = parsed(files)["people.html"]
    name = "Andrei Gromyko"
    listed = [c for c in specimens if any(e.name == name for e in c.entities)]
    [entry] = [e for e in people.iter("div") if e.get("class") == "entry" and e.findtext("strong") == "Gromyko, Andrei"]
    assert len(entry.findall(".//a[@title]")) == len(listed) > 1
    assert HOSTILE_NAME in [e.text_content() for e in people.iter("strong")]


def test_names_of_files_differ_and_one_telegram_is_a_site_too(specimens: list[Cable]) -> None:
    one = specimens[0]
    twice = part.write([one, one._replace(source=replace(one.source, path="a/B.xml")), one._replace(source=replace(one.source, path="c/b.xml"))])
    pages = [name for name in twice if name.startswith("telegrams/")]
    assert len({name.casefold() for name in pages}) == 3
    alone = part.write([one])
    assert sum(name.startswith("telegrams/") for name in alone) == 1
    assert b"Earlier:" not in b"".join(alone.values())


def test_the_index_holds_every_word_and_nothing_else(files: dict[str, bytes], specimens: list[Cable]) -> None:
    shelves = {name: held(data) for name, data in files.items() if name.startswith("search/")}
    listed = shelves.pop("search/telegrams.js")
    assert [row[0] for row in listed] == [a.get("href") for a in parsed(files)["index.html"].iterfind(".//ul[@class='listed']//a")]
    for name, of in shelves.items():
        assert all(name == f"search/{shelf(word)}.js" for word in of)
    pages = parsed(files)
    for i, (address, *_) in enumerate(listed):
        text = pages[address].xpath("//article//text()[not(ancestor::h2[parent::section] or ancestor::*[contains(@class, 'added')])]")
        own = {word for of in shelves.values() for word, steps in of.items() if i in numbers(steps)}
        assert words(" ".join(text)) <= own <= words(" ".join(pages[address].xpath("//body//text()")))


def held(data: bytes) -> object:
    return json.loads("[" + data.decode().partition("(")[2].rpartition(")")[0] + "]")[1]


def numbers(steps: str) -> set[int]:
    at, found = 0, set()
    for step in steps.split():
        at += int(step)
        found.add(at)
    return found


def test_words_are_found_without_marks_and_signs_alone() -> None:
    assert words("Hervé, hervé's ÉTAT\u2026 北京 Москва_12") == {"herve", "s", "etat", "北", "京", "москва", "12"}
    assert shelf("herve") == "h"
    assert shelf("москва") == "u4"


def cable(*entities: Entity) -> Cable:
    mentions = tuple(Mention(Span(0, 1), "persName", e.id) for e in entities)
    return Cable(Source("x", None, ""), "plain", entities=entities, mentions=mentions)


def test_entries_of_a_register_are_one_by_number_or_by_id_and_name() -> None:
    rusk = Entity("rusk", "person", "Dean Rusk", idno=(("VIAF", "1"),))
    found = merged([
        cable(rusk, Entity("tito", "person", "Tito")),
        cable(Entity("p_RD1", "person", "Rusk, Dean", idno=(("viaf", "1"),)), Entity("tito", "person", "Tito")),
        cable(Entity("tito", "place", "Tito"), Entity("rusk", "person", "Howard Rusk"), Entity("p_T1", "person", "Tito")),
    ])  # fmt: skip
    assert [(e.id, e.telegrams) for e in found.entries] == [
        ("rusk", [(0, 1), (1, 1)]),
        ("tito", [(0, 1), (1, 1)]),
        ("tito-2", [(2, 1)]),
        ("rusk-2", [(2, 1)]),
        ("p_T1", [(2, 1)]),
    ]
    assert found.known[1]["p_RD1"].id == "rusk"


def test_periods_are_months_of_a_few_years_and_years_of_many() -> None:
    few = periods(["1961-12-30", "1961-12-31", "1962-02", "1962-02-03", ""])
    assert [(p.key, list(p.telegrams)) for p in few] == [("1961-12", [0, 1]), ("1962-02", [2, 3]), ("", [4])]
    assert [p.words for p in few] == ["December 1961", "February 1962", "Without a date"]
    drawn = bars(few)
    assert drawn is not None
    assert [a.get("aria-label") for a in drawn.iter("a")] == ["December 1961: 2", "February 1962: 2"]
    assert [p.key for p in periods(["1950-01-01", "1961-01-01"])] == ["1950", "1961"]
    assert bars(periods(["1961-12-30"])) is None
    assert [spelled(d) for d in ("1962-11-01", "1962-11", "1962", "", "1962-99")] == ["1 November 1962", "November 1962", "1962", "", "1962-99"]
