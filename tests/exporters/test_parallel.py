"""Original and translation: which paragraphs stand beside one another, and that both are there whole."""

from itertools import pairwise

import pytest
from lxml import etree, html

from exporters.telegrams import html_told, marked, told
from tei_cable import api
from tei_cable.exporters.parallel import part
from tei_cable.exporters.parallel.align import align
from tei_cable.model import Cable
from tei_cable.render.view import read, words
from tei_cable.tei.parse import parse, read_tree

FRENCH = """Télégramme n° 2114[1]

Paris, le 3 mars 1961

1. L'ambassadeur m'a dit hier soir que son gouvernement ne changerait pas d'avis sur les transports aériens.

Je n'ai rien répondu.

2. Il a parlé ensuite des élections, longuement, et sans rien m'apprendre que la presse n'ait déjà dit ce matin.

3. Je le reverrai jeudi.

[1] Communiqué à Rome.
"""
ENGLISH = """Telegram no. 2114[1]

Paris, March 3, 1961

1. The ambassador told me last night that his government would not change its mind about air traffic. I said nothing in answer.

2. He then spoke of the elections, at length, and without telling me anything that the press had not said already this morning.

3. I shall see him again on Thursday.

[1] Passed to Rome.
"""


def cable(text: str) -> Cable:
    return parse(read_tree(api.convert(text.encode(), core_authority=False).tei))


ORIGINAL, TRANSLATION = cable(FRENCH), cable(ENGLISH)


def paired(a: Cable, b: Cable) -> list[tuple[list[str], list[str], str]]:
    def heads(lines: object) -> list[str]:
        return [words(line.inner)[:12] for line in lines]  # type: ignore[attr-defined]

    return [(heads(p.original), heads(p.translation), p.doubt) for p in align(read(a).lines, read(b).lines)]


def test_paragraphs_of_one_number_stand_beside_one_another() -> None:
    found = paired(ORIGINAL, TRANSLATION)
    assert [doubt for *_, doubt in found] == ["", "", "2 of the original to 1 of the translation, by order and length", "", ""]
    assert found[2][:2] == (["1. L'ambassa", "Je n'ai rien"], ["1. The ambas"])
    assert [(a[0][:2], b[0][:2]) for a, b, _ in found[3:]] == [("2.", "2."), ("3.", "3.")]


def test_what_one_side_lacks_is_told() -> None:
    shorter = cable(ENGLISH.replace(next(p for p in ENGLISH.split("\n\n") if p.startswith("2.")) + "\n\n", ""))
    lacking = [pair for pair in paired(ORIGINAL, shorter) if not pair[1]]
    assert [(a[0][:2], doubt) for a, _, doubt in lacking] == [("2.", "no counterpart in the translation")]
    assert [doubt for a, b, doubt in paired(shorter, ORIGINAL) if not a] == ["no counterpart in the original"]


@pytest.mark.parametrize(("original", "translation"), [(ORIGINAL, TRANSLATION), (TRANSLATION, ORIGINAL)])
def test_both_are_there_whole(original: Cable, translation: Cable) -> None:
    root = html.document_fromstring(part.write([original, translation]).decode())
    for side, of in (("original", original), ("translation", translation)):
        assert side_told(root, side) == told(of, marked, lambda n: "")
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert all(a.get("href", "")[1:] in ids for a in root.iter("a") if a.get("href", "").startswith("#"))


def test_every_pair_of_specimens_is_there_whole(specimens: list[Cable]) -> None:
    for a, b in pairwise(specimens):
        root = html.document_fromstring(part.write([a, b]).decode())
        assert side_told(root, "original") == told(a, marked, lambda n: ""), a.source.path
        assert side_told(root, "translation") == told(b, marked, lambda n: ""), b.source.path


def side_told(root: etree._Element, side: str) -> tuple[str, list[tuple[str, str]]]:
    whole = html.Element("article")
    whole.extend(root.xpath(f"//article//div[contains(@class, 'side {side}')]/*"))
    return html_told(whole)


def test_two_divs_of_one_file_are_original_and_translation() -> None:
    one = '<div type="telegram" xml:lang="{}"><head>H</head><p n="1">1. {}</p></div>'
    divs = one.format("fr", "Oui") + one.format("en", "Yes")
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{divs}</body></text></TEI>'
    root = html.document_fromstring(api.export(tei.encode(), "parallel").data.decode())  # type: ignore[union-attr]
    assert [(e.get("lang"), e.text_content()) for e in root.xpath("//div[@id='pair-2']/div")] == [("fr", "1. Oui"), ("en", "1. Yes")]
