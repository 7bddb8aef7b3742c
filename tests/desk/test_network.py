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


def numbered(n: str, day: str, id: str, text: str = "<p>Nothing new.</p>", *, back: bool = False) -> str:
    """A telegram as a part of a file."""
    sent = to_paris(n, day, text) if back else from_paris(n, day, text)
    return sent.tei().partition("?>")[2].replace("<TEI ", f'<TEI xml:id="{id}" ', 1)


def corpus(*parts: str) -> str:
    """A file of several telegrams."""
    return f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{"".join(parts)}</teiCorpus>'


def test_telegrams_of_one_file_cite_one_another_and_those_of_others(tmp_path: Path) -> None:
    home = folder(tmp_path, c=to_paris("9", "1959-02-20", cites("[Embtel |500]", "[Deptel |385]")))
    cites_both = numbered("500", "1959-02-14", "t500", cites("[Deptel |385]", "[Embtel |486]"))
    whole = corpus(numbered("486", "1959-02-01", "t486"), cites_both, numbered("385", "1959-02-03", "t385", back=True))
    (home / "many.xml").write_text(whole, encoding="utf-8")
    written = {Path(t.file).name: (t.references, t.error) for t in api.write_targets(api.corpus_network([str(home)]))}
    assert written == {"c.xml": (2, None), "many.xml": (2, None)}
    assert 'n="385" target="#t385"' in (home / "many.xml").read_text(encoding="utf-8")
    assert (home / "many.xml").read_text(encoding="utf-8").replace(' target="#t385"', "").replace(' target="#t486"', "") == whole
    assert 'n="500" target="many.xml#t500"' in (home / "c.xml").read_text(encoding="utf-8")
    # the audit follows these targets
    late = (home / "many.xml").read_text(encoding="utf-8").replace("1959-02-01", "1959-03-01")
    (home / "many.xml").write_text(late, encoding="utf-8")
    assert [d.code for ds in api.corpus_audit([str(home)]).findings.values() for d in ds] == ["K005"]


def test_divs_of_one_text_are_telegrams_too(tmp_path: Path) -> None:
    told = "Telegram From the Department of State to the Embassy in France"
    divs = "".join(
        f'<div type="telegram" xml:id="d{n}" n="{n}"><head>{told}</head>'
        f'<opener><dateline><date when="1959-02-0{day}">then</date></dateline></opener>{text}</div>'
        for n, day, text in (("385", 3, "<p>Nothing new.</p>"), ("390", 5, cites("[Deptel |385]")))
    )
    path = tmp_path / "divs.xml"
    path.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{divs}</body></text></TEI>', encoding="utf-8")
    network = api.corpus_network([str(path)])
    assert [t.pointer for t in network.telegrams] == [f"{path}#d385", f"{path}#d390"]


def test_what_has_no_id_cannot_be_pointed_at(tmp_path: Path) -> None:
    parts = [numbered("486", "1959-02-01", "x"), numbered("9", "1959-02-14", "y", cites("[Embtel |486]"), back=True)]
    path = tmp_path / "many.xml"
    path.write_text(corpus(*parts).replace(' xml:id="x"', ""), encoding="utf-8")
    (told,) = api.write_targets(api.corpus_network([str(path)]))
    assert "xml:id" in str(told.error)
    assert "target" not in path.read_text(encoding="utf-8")


def test_words_for_what_is_listed_are_tagged(tmp_path: Path) -> None:
    listed = f"<p>REF: A. {cite('[State |385]')} B. {cite('[Paris |486]')} C. {cite('[Paris |12]')}</p>"
    said = "<p>As ref A and para 3 ref (B) say. Refs B and C and REFTEL A agree, in ref D too.</p>"
    home = folder(tmp_path, a=from_paris("486", "1959-02-01"), b=to_paris("385", "1959-02-03"), citing=from_paris("500", "1959-02-14", listed + said))
    for number in (7, 0):
        found = api.corpus_network([str(home)])
        assert [r.target.id if r.target else "" for r in found.references if r.citing.id == "citing"].count("") == 2
        assert found.missing() == {"Paris → Department, 1959": ["12"]}
        assert sum(t.references for t in api.write_targets(found)) == number - 1 * bool(number)
    text = (home / "citing.xml").read_text(encoding="utf-8")
    assert 'As <ref type="telegram" n="385" target="b.xml">ref A</ref> and para 3 <ref type="telegram" n="486" target="a.xml">ref (B)</ref>' in text
    assert '<ref type="telegram" n="486" target="a.xml">Refs B</ref> and C and <ref type="telegram" n="385" target="b.xml">REFTEL A</ref>' in text


def test_reftel_is_the_one_reference_of_the_heading(tmp_path: Path) -> None:
    text = f"<p>Ref: {cite('[Deptel |385]')}. Reftel is clear, and reference telegram was.</p><p>{cite('[Embtel |486]')} and reftel differ.</p>"
    two = f"<p>Ref: {cite('[Deptel |385]')}, {cite('[|386]')}. Reftel is not clear.</p>"
    home = {"a": from_paris("486", "1959-02-01"), "b": to_paris("385", "1959-02-03")}
    found = network(tmp_path, **home, citing=from_paris("500", "1959-02-14", text), other=from_paris("501", "1959-02-14", two))
    assert targets(found, "citing") == ["b", "a", "b", "b", "b"]
    assert targets(found, "other") == ["b", ""]
