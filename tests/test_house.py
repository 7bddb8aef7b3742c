"""The house keeps its own rules: sizes, codes, what the wheel holds."""

import ast
import pkgutil
import subprocess
import sys
import tomllib
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from conftest import ROOT

PACKAGE = ROOT / "tei_cable"
MODULES = sorted(PACKAGE.rglob("*.py"))


def names(paths: list[Path]) -> list[str]:
    return [str(p.relative_to(ROOT)) for p in paths]


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{node.name} is too long"


def test_the_import_contracts_hold_every_room() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    held = {c["name"]: {name for row in c.get("layers", c.get("source_modules", ())) for name in row.split(" | ")} for c in contracts}
    rooms = {f"tei_cable.{m.name}" for m in pkgutil.iter_modules([str(PACKAGE)]) if m.name != "__main__"}
    assert held["Imports point down only"] == rooms
    assert held["click and rich only in cli"] == rooms - {"tei_cable.cli"}
    assert held["xmlschema only in rules/schema"] == rooms - {"tei_cable.rules"}


def test_every_code_is_declared_once() -> None:
    codes: Counter[str] = Counter()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Code":
                codes[ast.literal_eval(node.args[0])] += 1
    assert codes
    assert not [code for code, n in codes.items() if n > 1]
    assert all(len(code) == 4 and code[0].isupper() and code[1:].isdigit() for code in codes)


def test_the_wheel_holds_the_schemas_and_no_cases(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    held = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    assert {f"tei_cable/schemas/cable.{kind}" for kind in ("rng", "xsd", "sch", "odd")} <= held
    assert {"tei_cable/py.typed", "tei_cable/__init__.py"} <= held
    assert not [name for name in held if "/cases/" in name or name.startswith(("tests/", "corpus/", "tools/"))]
    data = {str(p.relative_to(ROOT)) for kind in ("tsv", "css", "js") for p in PACKAGE.rglob(f"*.{kind}")}
    assert data <= held
