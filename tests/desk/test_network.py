"""The network: what words of a reference lead to which telegram, what is missing, and how it is written."""

import csv
from pathlib import Path

import pytest
from lxml import etree

from desk.corpora import HOME, Sent, cite, cites, folder, from_paris, to_paris
from tei_cable import api
from tei_cable.desk.network import Network
from tei_cable.files import BadRequest

BONN = Sent("907", "1959-02-10", "Embassy in Germany", "Bonn", HOME)


def network(tmp: Path, **telegrams: Sent) -> Network:
    return api.corpus_network([str(folder(tmp, **telegrams))])


def targets(found: Network, name: str) -> list[str]:
    """The telegram that each reference of one leads to, "" for none."""
    return [r.target.id if r.target else "" for r in found.references if r.citing.id == name]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("[Deptel |385]", "home385"),
        ("[Department telegram |385]", "home385"),
        ("[Department’s |385]", "home385"),
        ("[your |385]", "home385"),
        ("[urtel |385]", "home385"),
        ("[my |486]", "paris486"),
        ("[Embtel |486]", "paris486"),
        ("[mytels |486]", "paris486"),
        ("[Bonn’s |907]", "bonn907"),
        ("Bonn [telegram |907]", "bonn907"),
        ("[telegram |907] from Bonn", "bonn907"),
        ("[telegram |385] to Paris", "home385"),
        ("[Embtel |385]", ""),
        ("[Deptel |486]", ""),
        ("[London |907]", ""),
        ("[despatch |486]", ""),
        ("[Secto |486]", ""),
        ("[Secto |17]", "secto"),
        ("[telegram |486] of <date when='1959-02-01'>February 1</date>", "paris486"),
        ("[telegram |486] of <date when='1959-02-09'>February 9</date>", ""),
    ],
)
def test_words_lead_to_a_telegram(tmp_path: Path, words: str, right: str) -> None:
    found = network(
        tmp_path,
        home385=to_paris("385", "1959-02-03"),
        paris486=from_paris("486", "1959-02-01"),
        bonn907=BONN,
        secto=Sent("2712 Secto 17", "1959-02-12", "Delegation at the Foreign Ministers Meeting", "Geneva", HOME),
        citing=from_paris("500", "1959-02-14", cites(words)),
    )
    assert targets(found, "citing") == [right]


def test_the_other_side_reads_the_same_words_the_other_way(tmp_path: Path) -> None:
    found = network(
        tmp_path,
        paris486=from_paris("486", "1959-02-01"),
        home385=to_paris("385", "1959-02-03"),
        citing=to_paris("400", "1959-02-14", cites("[Embtel |486]", "[Your |486]", "[our |385]", "[Deptel |385]")),
    )
    assert targets(found, "citing") == ["paris486", "paris486", "home385", "home385"]


def test_numbers_begin_again_and_the_nearest_before_is_meant(tmp_path: Path) -> None:
    found = network(
        tmp_path,
        old=from_paris("486", "1957-02-01"),
        last=from_paris("486", "1958-11-01"),
        later=from_paris("486", "1959-11-01"),
        citing=to_paris("400", "1959-02-14", cites("[Embtel |486]")),
        lone=to_paris("2", "1961-02-14", cites("[Embtel |486]")),
    )
    assert targets(found, "citing") == ["last"]
    assert targets(found, "lone") == [""]


def test_a_list_goes_on_and_a_copy_is_the_same_telegram(tmp_path: Path) -> None:
    text = cites("[Embtels |486]", "[|487]") + f"<p>{cite('[Deptel |385]')} repeated {cite('[Bonn |12]')} {cite('[London |4]')}.</p>"
    found = network(
        tmp_path,
        a=from_paris("486", "1959-02-01"),
        b=from_paris("487", "1959-02-02"),
        c=to_paris("385", "1959-02-03"),
        citing=from_paris("500", "1959-02-14", text),
    )
    assert targets(found, "citing") == ["a", "b", "c", "c", "c"]


def test_a_letter_stands_for_what_the_list_says(tmp_path: Path) -> None:
    text = f"<p>Ref: A. {cite('[Deptel |385]')}; B. {cite('[Embtel |486]')}</p><p>As ref B says, and not ref A.</p>"
    found = network(tmp_path, a=from_paris("486", "1959-02-01"), b=to_paris("385", "1959-02-03"), citing=from_paris("500", "1959-02-14", text))
    assert targets(found, "citing") == ["b", "a", "a", "b"]


def test_a_note_names_the_number_that_its_text_names(tmp_path: Path) -> None:
    note = f'<note xml:id="fn1" n="1" place="foot">{cite("[Telegram |486]")} said so.</note>'
    text = f"<p>{cite('[Embtel |486]')}{note} is noted.</p>"
    found = network(tmp_path, a=from_paris("486", "1959-02-01"), citing=to_paris("9", "1959-02-14", text))
    assert targets(found, "citing") == ["a", "a"]


def test_what_is_missing_is_told_by_series(tmp_path: Path) -> None:
    found = network(tmp_path, citing=from_paris("500", "1959-02-14", cites("[Deptel |385]", "[Deptel |12]", "[my |3001]")))
    assert found.missing() == {"Department → Paris, 1959": ["12", "385"], "Paris → Department, 1959": ["3001"]}
    assert (found.resolved, len(found.references)) == (0, 3)


def test_targets_are_written_and_nothing_else(tmp_path: Path) -> None:
    home = folder(tmp_path, a=from_paris("486", "1959-02-01"), citing=to_paris("9", "1959-02-14", cites("[Embtel |486]", "[Embtel |5]")))
    before = {p.name: p.read_bytes() for p in home.iterdir()}
    assert [(Path(t.file).name, t.references) for t in api.write_targets(api.corpus_network([str(home)]))] == [("citing.xml", 1)]
    after = {p.name: p.read_bytes() for p in home.iterdir()}
    assert after["a.xml"] == before["a.xml"]
    assert after["citing.xml"] == before["citing.xml"].replace(b'n="486"', b'n="486" target="a.xml"')
    assert [t.references for t in api.write_targets(api.corpus_network([str(home)]))] == [0]


def test_the_written_target_is_a_link_of_the_site_and_an_edge(tmp_path: Path) -> None:
    home = folder(tmp_path, a=from_paris("486", "1959-02-01"), citing=to_paris("9", "1959-02-14", cites("[Embtel |486]")))
    assert sum(t.references for t in api.write_targets(api.corpus_network([str(home)]))) == 1
    files = [str(home / "a.xml"), str(home / "citing.xml")]
    site = api.export(files, "site").data
    assert isinstance(site, dict)
    assert b'href="a.html"' in site["telegrams/citing.html"]
    drawn = api.export(files, "graphml").data
    assert isinstance(drawn, bytes)
    assert b'source="telegram:citing" target="telegram:a"' in drawn


def test_a_network_is_written_as_its_name_says(tmp_path: Path) -> None:
    citing = to_paris("9", "1959-02-14", cites("[Embtel |486]", "[Embtel |5]", "[Telegram |7]"))
    found = network(tmp_path, a=from_paris("486", "1959-02-01"), citing=citing)
    for suffix in ("csv", "gexf", "graphml"):
        api.write_network(found, str(tmp_path / f"n.{suffix}"))
    with (tmp_path / "n.csv").open(encoding="utf-8", newline="") as rows:
        assert [(r["number"], r["status"]) for r in csv.DictReader(rows)] == [("486", "resolved"), ("5", "missing"), ("7", "unclear")]
    for suffix in ("gexf", "graphml"):
        root = etree.parse(tmp_path / f"n.{suffix}").getroot()
        assert len(list(root.iter("{*}node"))) == 4
        assert len(list(root.iter("{*}edge"))) == 3
    with pytest.raises(BadRequest, match="csv"):
        api.write_network(found, str(tmp_path / "n.txt"))


def test_a_file_that_is_no_tei_stops_no_others(tmp_path: Path) -> None:
    home = folder(tmp_path, a=from_paris("486", "1959-02-01"))
    (home / "broken.xml").write_text("<TEI", encoding="utf-8")
    found = api.corpus_network([str(home)])
    assert [Path(f).name for f in found.failed] == ["broken.xml"]
    assert len(found.telegrams) == 1
