"""The gallery: each specimen as text, TEI and page side by side."""

import re
from html import escape

import tei_cable
from tools.manual.staging import ROOT

CORPUS = ROOT / "corpus"
ROW = re.compile(r"^\| `([\w-]+)` \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def gallery() -> dict[str, str]:
    """The pages, by their paths; the telegrams' own pages lie beside them."""
    told = {name: (form, what) for name, form, what in ROW.findall((CORPUS / "README.md").read_text(encoding="utf-8"))}
    made, rows = {}, []
    for text in sorted(CORPUS.glob("*.txt")):
        form, what = told[text.stem]
        page, tei = specimen(text.stem)
        made[f"extra/gallery/{text.stem}.page.html"] = page
        made[f"gallery/{text.stem}.md"] = side_by_side(text.stem, what, text.read_text(encoding="utf-8"), tei)
        rows.append(f"| [{text.stem}]({text.stem}.md) | {form} | {what} |")
    listed = "\n".join(path.removeprefix("gallery/").removesuffix(".md") for path in made if path.startswith("gallery/"))
    made["gallery/index.md"] = (
        "# Gallery\n\nThe [specimens](../corpus/README.md) as text, as the TEI that `convert` makes of it, and as the page that `export --to html` "
        "makes of the TEI. The telegrams are composed; none was ever sent.\n\n| specimen | form | what it is |\n| --- | --- | --- |\n"
        + "\n".join(rows) + f"\n\n```{{toctree}}\n:hidden:\n\n{listed}\n```\n"
    )
    return made


def specimen(name: str) -> tuple[str, str]:
    """The page and the TEI of a specimen, with its own list where it has one."""
    own = CORPUS / f"{name}.authority.xml"
    tei = tei_cable.convert(CORPUS / f"{name}.txt", authority=[str(own)] if own.exists() else []).tei
    data = tei_cable.export(tei, "html").data
    assert isinstance(data, bytes)
    return data.decode(), tei.decode()


def side_by_side(name: str, what: str, text: str, tei: str) -> str:
    """The page of a specimen in the gallery."""
    # an empty line would end the block of HTML
    lines = escape(text.strip("\n")).replace("\n", "&#10;")
    return (
        f'---\nhide-toc: true\n---\n# {name}\n\n{what[0].upper()}{what[1:].strip()}.\n\n'
        f'<div class="specimen"><section><h2>Text</h2>\n<pre tabindex="0">{lines}</pre></section>\n'
        f"<section><h2>TEI</h2>\n\n````xml\n{tei}\n````\n\n</section><section><h2>Page</h2>\n"
        f'<iframe src="{name}.page.html" title="The page of {name}"></iframe></section></div>\n'
    )
