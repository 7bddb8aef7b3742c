"""Documents in no language."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.names import XML, T

_LANG = f"{XML}lang"


class LanguageMissing(Rule):
    """Nothing says in which language the text is.

    Why: search engines, screen readers and hyphenation go by it; so do rules on typography here.

    Wrong:

        <teiHeader><profileDesc><creation/></profileDesc></teiHeader> <text><body><p>We met.</p></body></text>

    Right:

        <teiHeader><profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc></teiHeader>
        <text><body><p>We met.</p></body></text>

        <teiHeader><profileDesc><creation/></profileDesc></teiHeader> <text xml:lang="en"><body><p>We met.</p></body></text>
    """

    kind = Code("H007", "language-missing", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """At most one finding, at the text."""
        if next(document.each("teiHeader"), None) is None or any(e.get("ident") for e in document.each("language")):
            return
        for text in document.named("text"):
            body = text.find(f"{T}body")
            if not any(e.get(_LANG, "und") not in ("und", "") for e in (text, *text.iterancestors(), *([] if body is None else [body]))):
                yield self.at(
                    document, text, "Nothing says in which language the text is.", "Give TEI and text xml:lang, and list the language in langUsage."
                )
                return


part = LanguageMissing()
