"""What Sphinx reads: docs/ laid over the project's root, with the pages of the root and what pages link to."""

import posixpath
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LINK = re.compile(r"(?P<words>\[(?:[^\[\]]|\[[^\]]*\])*\])\((?![a-z]+:|#)(?P<path>[^)\s#]*)")
FOLDER = re.compile(r"\[([^\[\]]*)\]\(folder:\)")
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1\s*$", re.DOTALL | re.MULTILINE)
# pages beside docs/: those of the root, and these
PAGES = ("corpus/README.md", "benchmarks/annotated/README.md")


def stage(into: Path) -> None:
    """Copy the pages, with their links as they are in the new place, and the files that they link to."""
    shutil.copytree(ROOT / "docs", into, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.md"))
    pages = [p.relative_to(ROOT).as_posix() for p in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]]
    for page in [*pages, *PAGES]:
        path = into / moved(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(relinked(page, into), encoding="utf-8")
    list_the_rest(into / "index.md", [moved(page).removesuffix(".md") for page in [*pages, *PAGES]])


def list_the_rest(index: Path, pages: list[str]) -> None:
    """Put pages that no menu of the index names into a last one."""
    text = index.read_text(encoding="utf-8")
    rest = [page for page in pages if page != "index" and page not in text.split("\n")]
    if rest:
        index.write_text(text + "\n```{toctree}\n:hidden:\n:caption: Further\n\n" + "\n".join(rest) + "\n```\n", encoding="utf-8")


def moved(path: str) -> str:
    """Where a file of the project lies in the stage."""
    return path.removeprefix("docs/")


def relinked(page: str, into: Path) -> str:
    """The text of a page with its links turned to the stage; a file that is linked and is no page is copied there."""
    here = posixpath.dirname(page)

    def turned(m: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(here, m["path"]))
        if not m["path"] or target.startswith(".."):
            return m[0]
        if (ROOT / target).is_dir():  # a site shows no folder
            return f"{m['words']}(folder:"
        if (ROOT / target).is_file() and not target.endswith(".md"):
            copy = into / moved(target)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / target, copy)
        return f"{m['words']}({posixpath.relpath(moved(target), posixpath.dirname(moved(page)) or '.')}"

    text, done, at = (ROOT / page).read_text(encoding="utf-8"), "", 0
    for code in CODE.finditer(text):  # what stands in a code block is no link
        done += LINK.sub(turned, text[at : code.start()]) + code[0]
        at = code.end()
    return FOLDER.sub(r"\1", done + LINK.sub(turned, text[at:]))
