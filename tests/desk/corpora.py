"""Small corpora of invented telegrams, in the TEI that `convert` writes."""

from pathlib import Path
from typing import NamedTuple

_TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt><publicationStmt><publisher/></publicationStmt>
    <sourceDesc><bibl type="source"/></sourceDesc></fileDesc>
    <profileDesc><creation><date when="{day}">{day}</date></creation><correspDesc>
      <correspAction type="sent"><orgName>{sender}</orgName><placeName>{place}</placeName><date when="{day}"/></correspAction>
      <correspAction type="received"><orgName>{recipient}</orgName></correspAction></correspDesc></profileDesc></teiHeader>{standoff}
  <text><body><div type="telegram" n="{n}"><head>{title}</head>{text}</div></body></text>
</TEI>
"""
HOME = "Department of State"


class Sent(NamedTuple):
    """A telegram: its number, day, office and place of the sender, office of the recipient, its paragraphs and its lists."""

    n: str
    day: str
    sender: str
    place: str
    recipient: str
    text: str = "<p>Nothing new.</p>"
    standoff: str = ""

    def tei(self) -> str:
        """The TEI document."""
        return _TEI.format(title=f"Telegram From the {self.sender} to the {self.recipient}", **self._asdict())


def from_paris(n: str, day: str, text: str = "<p>Nothing new.</p>", standoff: str = "") -> Sent:
    """A telegram of the embassy to the ministry."""
    return Sent(n, day, "Embassy in France", "Paris", HOME, text, standoff)


def to_paris(n: str, day: str, text: str = "<p>Nothing new.</p>", standoff: str = "") -> Sent:
    """A telegram of the ministry to the embassy."""
    return Sent(n, day, HOME, "Washington", "Embassy in France", text, standoff)


def cites(*words: str) -> str:
    """A paragraph that cites telegrams, each given as its words with "|" before the number."""
    return f"<p>Re {', '.join(cite(w) for w in words)}. Agreed.</p>"


def cite(words: str) -> str:
    """A reference: "Embtel |486", with words before "[" and after "]" outside of it."""
    before, _, inner = words.rpartition("[")
    inner, _, after = inner.partition("]")
    return f'{before}<ref type="telegram" n="{inner.rpartition("|")[2]}">{inner.replace("|", "")}</ref>{after}'


def folder(tmp: Path, **telegrams: Sent) -> Path:
    """A folder with a file for each telegram, by its name."""
    made = tmp / "tei"
    made.mkdir()
    for name, sent in telegrams.items():
        (made / f"{name}.xml").write_text(sent.tei(), encoding="utf-8")
    return made
