from collections.abc import Sequence

import pytest

from annotators.scenes import annotated, cable, words
from tei_cable.authority.lexicon import Form
from tei_cable.model import Cable, Field, Mention, Span

PLACES = [Form(name, "place", ("x",)) for name in ("Saigon", "Bonn", "Tokyo", "Geneva", "Paris", "Warsaw")]


def referring(text: str, mentions: Sequence[Mention] = (), kinds: Sequence[str] = ()) -> Cable:
    return annotated("references", cable(text, "1962-11-01", mentions, kinds=kinds), PLACES).cable


def cites(made: Cable) -> list[tuple[str, str]]:
    return [(f.value, f.attrs["n"]) for f in made.fields if f.name == "cites"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in my telegram 6106-6111.", ["telegram 6106-6111"]),
        ("Re Embtels 486, 498 and 501.", ["Embtels 486", "498", "501"]),
        ("Re telegram 2300 from Bonn, March 24", ["telegram 2300"]),
        ("Telegrams 255 to Warsaw, May 3, and 430 to Warsaw", ["Telegrams 255", "430"]),
        (
            "Department telegram 1892; Legation telegram 504; circular telegram 9",
            ["Department telegram 1892", "Legation telegram 504", "circular telegram 9"],
        ),
        ("see Saigon 213, and Bonn’s 1234", ["Saigon 213", "Bonn’s 1234"]),
        ("Deptel 488, repeated Tokyo 1529, Bonn 1927, Paris 1", ["Deptel 488", "Tokyo 1529", "Bonn 1927", "Paris 1"]),
        ("as set forth your 822. Fully agree ur 527.", ["your 822", "ur 527"]),
        ("Bonn's 1115[2] and 1122[3] say so", ["Bonn's 1115", "1122"]),
        ("JCS 948430, CINCPAC 220101Z, Joint Weeka No. 23", ["JCS 948430", "CINCPAC 220101Z", "Joint Weeka No. 23"]),
        ("See airgram A – 647, CA–2286, A-301", ["airgram A – 647", "CA–2286", "A-301"]),
        ("SAW EMBTEL 12, NICOSIA, AND TELEGRAMS NO. 255 AND 430 TO SAIGON; BONN'S 77.", ["EMBTEL 12", "TELEGRAMS NO. 255", "430", "BONN'S 77"]),
        ("See telegram FE 805587 and State 247261", ["telegram FE 805587", "State 247261"]),
    ],
)
def test_references(text: str, found: list[str]) -> None:
    assert words(referring(text), "ref") == found


@pytest.mark.parametrize(
    "text",
    [
        "reftel and Document 12",
        "as filed in the Central Files, DEF 12–5 FIN; TEL 6; and others",
        "in Saigon 12 March and 14 days later in Tokyo 2 weeks",
        "arrived Paris 14, 15 and 16 December",
        "remember Geneva 1954 and Paris 1919",
        "two cables 3 pages long; your 12 divisions; our 1960 plans",
        "A-4 and A-12 aircraft",
        "at the State 4-H fair",
        "in Bonn 2) the treaty",
        "Saigon 1,500 men; Bonn 3.5 percent; Paris 20%",
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert words(referring(text), "ref") == []


def test_the_telegrams_own_number_is_no_reference() -> None:
    made = referring("Telegram number 77\n\n5168. Secto 17. Subject: Talks. See Secto 16.\n\nTopol 20. Further to Embtel 5.", kinds=("head",))
    assert words(made, "ref") == ["Secto 16", "Embtel 5"]


def test_each_telegram_is_cited_once_and_not_the_telegram_itself() -> None:
    given = cable("We have telegrams 12 and 77, Embtel 12, despatch 3 and Saigon 9; again telegram 12 and Saigon 9.")
    given = Cable(given.source, "plain", fields=(Field("number", "77"),), blocks=given.blocks)
    made = annotated("references", given, PLACES).cable
    assert cites(made) == [("Telegram 12", "12"), ("Despatch 3", "3"), ("Saigon 9", "9")]


def test_a_corrected_number_is_the_one_referred_to() -> None:
    text = "in my telegram 6106-611110). He added"
    sic = Mention(Span(15, 26), "sic", attrs={"corr": "6106-6111"}, cert="medium")
    made = referring(text, mentions=(sic,))
    ref = next(m for m in made.mentions if m.kind == "ref")
    assert (text[ref.span.start : ref.span.end], ref.attrs["n"], ref.cert) == ("telegram 6106-611110", "6106-6111", "medium")
    field = made.first("cites")
    assert field is not None
    assert (field.value, dict(field.attrs)) == ("Telegram 6106-6111", {"n": "6106-6111", "cert": "medium"})
