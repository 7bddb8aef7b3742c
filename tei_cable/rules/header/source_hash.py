"""Conversions that have lost their source."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.names import T


class HashMissing(Rule):
    """A document that tei-cable made does not say of which file.

    Why: `verify` tells by the SHA-256 of the source whether a text file is the one that the TEI was made from; without
    it a changed source goes unnoticed.

    Wrong:

        <teiHeader><fileDesc><sourceDesc><bibl type="source"/></sourceDesc></fileDesc>
        <encodingDesc><appInfo><application ident="tei-cable" version="0.2.0"/></appInfo></encodingDesc></teiHeader>

    Right:

        <teiHeader><fileDesc><sourceDesc>
        <bibl type="source">
        <idno type="SHA-256">aaaabbbbccccddddeeeeffff0000111122223333444455556666777788889999</idno></bibl></sourceDesc></fileDesc>
        <encodingDesc><appInfo><application ident="tei-cable" version="0.2.0"/></appInfo></encodingDesc></teiHeader>
    """

    kind = Code("H009", "source-hash-missing", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """At most one finding."""
        for e in document.each("application"):
            hashes = (i for s in document.each("sourceDesc") for i in s.iter(T + "idno") if i.get("type") == "SHA-256")
            if e.get("ident") == "tei-cable" and not any((i.text or "").strip() for i in hashes):
                yield self.at(
                    document,
                    e,
                    "The SHA-256 of the source is missing.",
                    "Convert the source anew, or add sourceDesc/bibl[@type='source']/idno with it.",
                )


part = HashMissing()
