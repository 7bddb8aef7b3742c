"""Texts in a language that the header does not list."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.names import XML


class LanguageDiffers(Rule):
    """The language of the text is not among those that the header lists.

    Why: one of the two is wrong, and programs that choose by language go by either.

    Wrong:

        <teiHeader><profileDesc><langUsage><language ident="fr">French</language></langUsage></profileDesc></teiHeader>
        <text xml:lang="en"><body><p>We met.</p></body></text>

    Right:

        <teiHeader><profileDesc><langUsage><language ident="en-GB">English</language></langUsage></profileDesc></teiHeader>
        <text xml:lang="en"><body><p>We met.</p></body></text>
    """

    kind = Code("H013", "language-differs", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each text."""
        listed = {e.get("ident", "").partition("-")[0].lower() for e in document.each("language")} - {""}
        for text in document.named("text") if listed else ():
            lang = text.get(f"{XML}lang", "")
            if lang not in ("", "und", "mul") and lang.partition("-")[0].lower() not in listed:
                yield self.at(document, text, f"The text is in “{lang}”, and langUsage does not list it.", "Mend the one that is wrong.")


part = LanguageDiffers()
