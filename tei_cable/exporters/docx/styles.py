"""The styles of the document. Names of people and places have a style each that says nothing, so that who wants them coloured changes the style."""

from typing import Any

FONT = "Times New Roman"
# The style's id: its name, what it is based on, and its paragraph: space before and after in points, indents in points, alignment.
_BLOCKS: dict[str, tuple[str, str, float, float, float, float, str]] = {
    "CableText": ("Telegram Text", "Normal", 0, 6, 0, 0, "both"),
    "CableHead": ("Telegram Head", "Normal", 12, 8, 0, 0, "left"),
    "CableDateline": ("Telegram Dateline", "Normal", 4, 8, 0, 0, "right"),
    "CableSalute": ("Telegram Salute", "Normal", 4, 6, 0, 0, "left"),
    "CableSigned": ("Telegram Signed", "Normal", 6, 6, 0, 0, "right"),
    "CableSegment": ("Telegram Segment", "Normal", 0, 3, 0, 0, "left"),
    "CableForme": ("Telegram Forme", "Normal", 3, 3, 0, 0, "left"),
    "CableFact": ("Telegram Fact", "Normal", 0, 2, 86, -86, "left"),
    "CableEntry": ("Telegram Entry", "Normal", 0, 2, 14, -14, "left"),
    "CableNote": ("Telegram Note", "Normal", 0, 2, 14, -14, "left"),
    "FootnoteText": ("footnote text", "Normal", 0, 2, 0, 0, "left"),
}
_SIZES = {"CableHead": 13, "CableSegment": 10, "CableForme": 9, "CableFact": 9.5, "CableEntry": 9.5, "CableNote": 9.5, "FootnoteText": 9}
# What stands in a line: the style's id by the kind of a mention.
INLINE = {
    "persName": ("CablePerson", "Telegram Person"),
    "roleName": ("CableRole", "Telegram Role"),
    "placeName": ("CablePlace", "Telegram Place"),
    "orgName": ("CableOrganisation", "Telegram Organisation"),
    "rs": ("CableOffice", "Telegram Office"),
    "term": ("CableTerm", "Telegram Term"),
    "supplied": ("CableSupplied", "Telegram Supplied"),
    "gap": ("CableGap", "Telegram Gap"),
    "q": ("CableQuotation", "Telegram Quotation"),
    "foreign": ("CableForeign", "Telegram Foreign"),
    "added": ("CableAdded", "Telegram Added"),
    "doubt": ("CableDoubt", "Telegram Doubt"),
    "label": ("CableLabel", "Telegram Label"),
    "reference": ("FootnoteReference", "footnote reference"),
}


def add_styles(document: Any) -> None:
    """Add our styles to a document of python-docx, and make its own black and of one font."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    _plain(document)
    for id_, (name, base, before, after, left, first, align) in _BLOCKS.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.styleId = id_
        style.base_style = document.styles[base]
        if id_ in _SIZES:
            style.font.size = Pt(_SIZES[id_])
        form = style.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.1
        form.left_indent, form.first_line_indent = Pt(left), Pt(first)
        form.alignment = WD_ALIGN_PARAGRAPH.from_xml(align)
        form.widow_control = True
    document.styles["Telegram Head"].font.bold = True
    document.styles["Telegram Head"].paragraph_format.keep_with_next = True
    document.styles["Telegram Fact"].paragraph_format.tab_stops.add_tab_stop(Pt(86))
    for id_, name in INLINE.values():
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.element.styleId = id_
    document.styles["Telegram Foreign"].font.italic = True
    document.styles["Telegram Added"].font.size = Pt(9)
    document.styles["footnote reference"].font.superscript = True
    _dotted(document.styles["Telegram Doubt"])


def _plain(document: Any) -> None:
    """What python-docx begins with has blue headings in another font."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size, before in (("Normal", 11, 0), ("Title", 20, 0), ("Heading 1", 16, 0), ("Heading 2", 11, 14)):
        style = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [*fonts.attrib]:
            del fonts.attrib[key]
        for key in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{key}"), FONT)
        style.paragraph_format.space_before = Pt(before)
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)


def _dotted(style: Any) -> None:
    from docx.enum.text import WD_UNDERLINE

    style.font.underline = WD_UNDERLINE.DOTTED
