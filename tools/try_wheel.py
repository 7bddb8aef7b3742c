"""Tries the wheel as a stranger would: python tools/try_wheel.py [PYTHON ...].

For each Python it builds a fresh environment, installs the wheel and nothing else, and uses every core verb in a folder of its own, far from
this checkout. It prints how long the installation took without the download, from the wheel and from the sdist, and the first conversion;
more than ten seconds of the processor from the wheel to the first telegram are a fault.
"""

import re
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SPECIMEN = "edition-belgrade.txt"
# Formats that the standard library and lxml write
FORMATS = "bibtex cmif conll csl csv dc ead epub geojson gexf graphml html json jsonld markdown mods ris site teicorpus text webanno".split()
VERBS = (
    "dialects",
    f"dialects {SPECIMEN}",
    f"convert {SPECIMEN} -o made.xml --quiet",
    f"verify {SPECIMEN} made.xml",
    "validate made.xml --schema cable --schema cable.xsd",
    "validate made.xml --format json",
    "export --to html made.xml -o page.html --quiet",
    "export --to json made.xml -o made.json --quiet",
    "export --profile tei-publisher made.xml -o publisher.xml --quiet",
    "evaluate . .",
    "authority check persons.csv",
    "office 'Ambassador in France' --date 1962-11-01",
    "formats",
    "rules",
    "explain N007",
    "corpus index . -o index.sqlite",
    "review sources made.xml",
)
EVERY_FORMAT = f"import tei_cable; [tei_cable.export('made.xml', to=name) for name in {FORMATS}]"
# What a minimal installation does without, and no core verb asks for.
HEAVY = "distributed docx duckdb matplotlib numpy pyarrow rdflib saxonche spacy typst".split()

# Seconds of the processor: what an idle machine takes on the clock
SOON = 10


def built(into: Path) -> Path:
    """The wheel, with the sdist beside it, made from those files alone that the Containerfile copies; they are gone when it is tried."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder)
        for names in re.findall(r"^COPY (?!--)(.+) \S+$", (ROOT / "Containerfile").read_text(encoding="utf-8"), re.MULTILINE):
            for name in names.split():
                path = ROOT / name
                (shutil.copytree if path.is_dir() else shutil.copy)(path, source / name)
        subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", str(into)], cwd=source, check=True, capture_output=True)
    (wheel,) = into.glob("*.whl")
    return wheel


def use(program: Path, home: Path) -> None:
    """Use every core verb of an installation in a folder of its own. Raises AssertionError."""
    shutil.copy(ROOT / "corpus" / SPECIMEN, home)
    (home / "persons.csv").write_text("id,name\nrusk,Dean Rusk\n", encoding="utf-8")
    for verb in VERBS:
        _run(program, ["-m", "tei_cable", *shlex.split(verb)], home)
    _run(program, ["-c", EVERY_FORMAT], home)


def _run(program: Path, verb: Sequence[str], home: Path) -> None:
    # -I: neither the working folder nor PYTHONPATH is looked at
    told = subprocess.run([program, "-I", "-X", "importtime", *verb], cwd=home, capture_output=True, text=True, check=False)
    said = [line for line in told.stderr.splitlines() if not line.startswith("import time:")]
    assert told.returncode == 0, (verb, said)
    assert "Traceback" not in told.stderr, (verb, said)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.stderr.splitlines() if line.startswith("import time:")}
    assert not loaded & set(HEAVY), (verb, loaded & set(HEAVY))


def _try(python: str, wheel: Path, folder: Path) -> str:
    store, home = folder / "store", folder / "home"
    home.mkdir(parents=True)
    (sdist,) = wheel.parent.glob("*.tar.gz")
    subprocess.run([python, "-m", "venv", folder / "downloads"], check=True)
    for what in (wheel, "hatchling"):
        _pip(folder / "downloads", "download", "--dest", store, what)
    told = []
    for package in (sdist, wheel):
        environment = folder / package.suffix
        subprocess.run([python, "-m", "venv", environment], check=True)
        began = _used()
        _pip(environment, "install", "--no-index", "--find-links", store, package)
        installed = _used()
        subprocess.run([environment / "bin" / "tei-cable", "convert", ROOT / "corpus" / SPECIMEN, "-q", "-o", home / "first.xml"], check=True)
        told.append(f"{'sdist' if package is sdist else 'wheel'} {installed - began:.1f} s, first telegram {_used() - installed:.1f} s")
    assert _used() - began < SOON, told
    program = folder / wheel.suffix / "bin" / "python"
    use(program, home)
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    return f"{version}: {'; '.join(told)}; {len(VERBS)} commands and {len(FORMATS)} formats"


def _pip(environment: Path, *words: str | Path) -> None:
    pip = [environment / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *words], check=True, stderr=subprocess.DEVNULL)


def _used() -> float:
    """The seconds that the processor has worked for the programs that were run."""
    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.ru_utime + told.ru_stime


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        made = built(Path(scratch))
        for n, name in enumerate(sys.argv[1:] or [sys.executable]):
            print(_try(name, made, Path(scratch) / str(n)), flush=True)
