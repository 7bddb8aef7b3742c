"""The header that `build` writes and `parse` reads."""

from tei_cable.pipeline import Converter
from tei_cable.tei.build import build
from tei_cable.tei.parse import parse, read_tree
from tei_cable.text.load import load

TEXT = "7. Telegram From the Central Intelligence Agency Station in Oslo to the Department of State\n\nOslo, June 3, 1963.\n\n14. All is quiet.\n"


def test_a_body_in_the_words_of_a_party() -> None:
    tei = Converter(core=False).convert(load(TEXT.encode())[0]).tei
    assert b"<orgName><orgName>Central Intelligence Agency</orgName> Station in Oslo</orgName>" in tei
    assert build(parse(read_tree(tei))).encode() == tei
