"""Writes the tables of docs/rules.md, and that of the tools' demands in docs/exports.md, from the rules: `python tools/rules_page.py`."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tei_cable.registry import rules  # noqa: E402
from tei_cable.rules.page import page  # noqa: E402
from tei_cable.validation.readiness import TOOLS  # noqa: E402

PAGE = ROOT / "docs" / "rules.md"
MARK = "<!-- tables -->"
FAMILIES = {
    "notes": "Notes",
    "dates": "Dates",
    "names": "Names, and the lists of persons, places and organisations",
    "paragraphs": "Paragraphs",
    "header": "The header",
    "classification": "Classification",
    "references": "Pointers and references",
    "typography": "Typography",
    "text": "Pages, gaps and corrections",
    "volume": "A volume's checklist",
    "readiness": "Import by other tools",
    "corpus": "A corpus (`corpus audit`)",
    "schema": "Schemas",
}
EXPORTS = ROOT / "docs" / "exports.md"
DEMANDS = "<!-- demands -->"
LEVELS = {"error": "E", "warning": "W", "info": "i"}


def main() -> None:
    """Replace what stands behind the mark, and between the two others."""
    text = PAGE.read_text(encoding="utf-8").partition(MARK)[0] + MARK + "\n"
    for family, title in FAMILIES.items():
        text += f"\n## {title}\n\n| code | name | severity | fault |\n| --- | --- | --- | --- |\n"
        for r in rules().values():
            if type(r).__module__.split(".")[2] == family:
                told = page(r).title.replace("|", "\\|")
                text += f"| {r.code}{'*' if r.optional else ''} | `{r.slug}` | {r.severity} | {told} |\n"
    PAGE.write_text(text, encoding="utf-8")

    text, _, rest = EXPORTS.read_text(encoding="utf-8").partition(DEMANDS)
    EXPORTS.write_text(f"{text}{DEMANDS}\n\n{demands()}\n{DEMANDS}{rest.partition(DEMANDS)[2]}", encoding="utf-8")


def demands() -> str:
    """The table of what each tool demands."""
    lines = [f"| finding | {' | '.join(TOOLS)} |", f"| --- |{' --- |' * len(TOOLS)}"]
    for r in (r for r in rules().values() if r.tools):
        marks = (LEVELS[str(r.severity)] if tool in r.tools else "" for tool in TOOLS)
        lines.append(f"| {r.code} {page(r).title.rstrip('.')} | {' | '.join(marks)} |".replace("|  |", "| |").replace("|  |", "| |"))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
