"""What the tests of the schema ask of the engines."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from lxml import etree
from lxml.isoschematron import Schematron  # type: ignore[import-not-found]

REPOSITORY = Path(__file__).resolve().parents[2]
SCHEMAS = REPOSITORY / "schemas"
WHOLE = Path(__file__).with_name("whole.xml")
GOLD = sorted((REPOSITORY / "corpus").glob("*.gold.xml"))
SEED = REPOSITORY.parent / "shared" / "seed" / "alphand-6179-6185.gold.xml"
# the telegram that has everything, the specimens of the corpus, and the seed telegram encoded by hand, which may be missing
EXAMPLES = [WHOLE, *GOLD, *([SEED] if SEED.exists() else [])]
SVRL = "{http://purl.oclc.org/dsdl/svrl}"


def parsed(text: str) -> etree._ElementTree:
    """A document, of which the parser does not judge the ids."""
    return etree.ElementTree(etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False)))


def failed(schematron: Schematron, document: etree._ElementTree) -> set[str]:
    """The ids of the assertions that the document fails."""
    schematron.validate(document)
    return {str(a.get("id")) for a in schematron.validation_report.iter(f"{SVRL}failed-assert")}


def rejected(jing: str, schema: Path, files: Iterable[Path]) -> dict[str, str]:
    """The files that jing finds invalid, by stem, with its first message for each; one call for all."""
    quick_start = os.environ | {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
    run = subprocess.run([jing, str(schema), *map(str, files)], capture_output=True, text=True, check=False, env=quick_start)
    found: dict[str, str] = {}
    for line in run.stdout.splitlines():
        path, _, message = line.partition(".xml:")
        found.setdefault(Path(path).name, message)
    return found
