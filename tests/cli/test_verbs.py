"""The verbs: what they write, where, and how they end."""

import ast
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import tei_cable
from cli.conftest import Run
from conftest import ROOT
from tei_cable import api
from tei_cable.tei.parse import read_tree


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout == f"tei-cable, version {tei_cable.__version__}\n"
    said = run("--help").stdout
    for verb in ("convert", "verify", "validate", "dialects"):
        assert verb in said
        assert run(verb, "--help").exit_code == 0


def test_convert_to_standard_output(run: Run, telegram: Path) -> None:
    result = run("convert", telegram)
    assert result.exit_code == 0
    assert read_tree(result.stdout_bytes).tag.endswith("TEI")
    assert "telegram.txt: " in result.stderr


def test_convert_standard_input(run: Run, telegram: Path) -> None:
    result = run("convert", "-", "-o", "out/telegram.xml", input=telegram.read_bytes())
    assert result.exit_code == 0
    assert not result.stdout
    assert Path("out/telegram.xml").read_bytes() == run("convert", telegram).stdout_bytes


def test_convert_a_folder_into_a_folder(run: Run, telegram: Path) -> None:
    for name in ("in/a.txt", "in/vol/b.txt", "in/vol/c.md"):
        path = telegram.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(telegram.read_bytes())
    result = run("convert", "in", "-O", "out")
    assert result.exit_code == 0
    assert sorted(str(p) for p in Path("out").rglob("*.xml")) == ["out/a.xml", "out/vol/b.xml"]
    assert "2 telegrams converted into out, 0 failed" in result.stderr
    assert run("convert", "in", "-O", "md", "--glob", "*.md").exit_code == 0
    assert [str(p) for p in Path("md").rglob("*.xml")] == ["md/vol/c.xml"]
    assert run("convert", "in", telegram, "-O", "both").exit_code == 0
    assert Path("both/telegram.xml").exists()


def test_some_of_many_fail(run: Run, telegram: Path) -> None:
    (telegram.parent / "empty.txt").write_bytes(b"")
    result = run("convert", ".", "none.txt", "-O", "out")
    assert result.exit_code == 1
    assert "error: empty.txt: The file holds no text." in result.stderr
    assert "error: none.txt: there is no such file" in result.stderr
    assert "1 telegram converted into out, 2 failed" in result.stderr
    assert run("convert", "empty.txt", "none.txt", "-O", "out").exit_code == 2


def test_what_cannot_be_asked_for(run: Run, telegram: Path) -> None:
    Path("a").mkdir()
    Path("a/telegram.txt").write_bytes(telegram.read_bytes())
    for args in (
        ["convert", telegram, "-o", "x.xml", "-O", "out"],
        ["convert", telegram, "a/telegram.txt"],
        ["convert", "a"],
        ["convert", "a", "-o", "x.xml"],
        ["convert", telegram, "a/telegram.txt", "-O", "out"],
        ["convert", "a", "-O", "out", "--glob", "*.doc"],
    ):
        result = run(*args)
        assert result.exit_code == 2, args
        assert "rror: " in result.stderr
        assert not Path("out").exists()


def test_an_old_file_stays_until_the_new_one_is_whole(run: Run, telegram: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = telegram.with_name("out.xml")
    out.write_text("old")
    out.chmod(0o644)

    def fail(path: str, target: str) -> None:
        raise OSError(28, "No space left on device", target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        assert run("convert", telegram, "-o", "out.xml").exit_code == 2
    assert out.read_text() == "old"
    assert sorted(p.name for p in telegram.parent.iterdir()) == ["out.xml", "telegram.txt"]
    assert run("convert", telegram, "-o", "out.xml").exit_code == 0
    assert out.read_bytes().startswith(b"<?xml")
    assert stat.S_IMODE(out.stat().st_mode) & 0o400


def test_a_link_is_followed_and_a_device_written_to(run: Run, telegram: Path) -> None:
    real, link = telegram.with_name("real.xml"), telegram.with_name("link.xml")
    link.symlink_to(real)
    assert run("convert", telegram, "-o", "link.xml").exit_code == 0
    assert link.is_symlink()
    assert real.read_bytes().startswith(b"<?xml")
    assert run("convert", telegram, "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_fail_on_and_quiet(run: Run, telegram: Path) -> None:
    telegram.write_bytes("Kern met M. Brun.[1]\n".encode("cp1252") + b"\xe9\n")
    assert run("convert", telegram).exit_code == 0
    assert run("convert", telegram, "--fail-on", "warning").exit_code == 1
    result = run("convert", telegram, "--fail-on", "warning", "-q")
    assert result.exit_code == 1
    assert not result.stderr
    assert run("convert", telegram, "--fail-on", "never").exit_code == 2


def test_diagnostics_show_the_place(run: Run, telegram: Path) -> None:
    telegram.write_bytes(b"Kern met M. Brun.\n" + b"x" * 300 + b" form\x00feed " + b"y" * 300 + b"\n")
    lines = run("convert", telegram, "--no-color").stderr.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("warning[T004]: forbidden-character: "))
    assert lines[at + 1] == f" --> {telegram}:2:306"
    assert lines[at + 2] == "  |"
    source, carets = lines[at + 3], lines[at + 4]
    assert source.startswith("2 | …x")
    assert source.endswith("y…")
    assert len(source) < 120
    assert source[carets.index("^")] == "\ufffd"
    assert lines[at + 5].startswith("  = hint: ")


def test_verify(run: Run, telegram: Path) -> None:
    run("convert", telegram, "-o", "out.xml")
    result = run("verify", telegram, "out.xml")
    assert result.exit_code == 0
    assert "faithful yes" in result.stdout
    out = telegram.with_name("out.xml")
    out.write_bytes(out.read_bytes().replace(b"agreed", b"disagreed"))
    result = run("verify", telegram, "out.xml")
    assert result.exit_code == 1
    assert "faithful no" in result.stdout
    assert "error[F002]: changed-text: " in result.stderr
    assert f"{telegram}:3:" in result.stderr
    out.write_text("<TEI")
    result = run("verify", telegram, "out.xml")
    assert result.exit_code == 2
    assert "not well-formed" in result.stderr


def test_validate(run: Run, telegram: Path) -> None:
    run("convert", telegram, "-o", "tei/good.xml")
    assert run("validate", "tei").exit_code == 0
    assert run("validate", "tei/good.xml", "--schema", "cable.xsd", "--schema", "cable").exit_code == 0
    bad = telegram.parent / "tei" / "bad.xml"
    bad.write_bytes((telegram.parent / "tei" / "good.xml").read_bytes().replace(b"<body>", b"<body><x/>"))
    result = run("validate", "tei")
    assert result.exit_code == 1
    assert "error[S001]: not-valid: The schema has no element x." in result.stderr
    assert "= at: /TEI/text/body/x" in result.stderr
    assert "2 files: 1 valid, 1 not" in result.stderr
    bad.write_text("<TEI>")
    result = run("validate", bad)
    assert result.exit_code == 1
    assert "not well-formed" in result.stderr
    assert run("validate", "tei", "--schema", "none.rng").exit_code == 2
    assert run("validate", "tei/good.xml", "none.xml").exit_code == 1


def test_dialects(run: Run, telegram: Path) -> None:
    listed = run("dialects").stdout.splitlines()
    assert listed[-1].startswith("plain ")
    answers = [line.split(maxsplit=2) for line in run("dialects", telegram).stdout.splitlines()]
    assert len(answers) == len(listed)
    assert [float(score) for _, score, _ in answers] == sorted((float(score) for _, score, _ in answers), reverse=True)
    assert ["plain", "0.05"] in [a[:2] for a in answers]


def test_a_dialect_that_the_text_is_not_of(run: Run, telegram: Path) -> None:
    assert "T014" in run("convert", telegram, "--dialect", "archive-page").stderr
    assert "T014" not in run("convert", telegram, "--dialect", "plain").stderr


def test_the_library_has_the_verbs(telegram: Path) -> None:
    conversion = tei_cable.convert(telegram)
    assert tei_cable.convert(telegram.read_bytes()).tei == conversion.tei
    assert tei_cable.verify(telegram, conversion.tei).ok
    assert tei_cable.validate(conversion.tei, select=["S"]) == ()
    assert "plain" in [d.name for d in tei_cable.dialects()]
    with pytest.raises(AttributeError):
        tei_cable.nothing  # noqa: B018


def test_each_function_of_the_library_is_there_and_has_its_type() -> None:
    tree = ast.parse(Path(api.__file__).read_text(encoding="utf-8"))
    typed = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
    typed |= {alias.asname or alias.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for alias in n.names}
    for name in tei_cable.__all__[1:]:
        assert callable(getattr(tei_cable, name))
        assert name in typed, f"{name}: api must import it under TYPE_CHECKING, or a type checker takes it for Any"


@pytest.mark.parametrize(
    ("args", "absent"),
    [
        (["--version"], {"lxml", "rich", "xmlschema", "ahocorasick_rs", "tei_cable.api"}),
        (["--help"], {"lxml", "rich", "xmlschema", "ahocorasick_rs", "tei_cable.api"}),
        (["convert", "corpus/plain-bare.txt"], {"rich", "xmlschema", "lxml.isoschematron", "asyncio"}),
        (["validate", "corpus/plain-bare.gold.xml"], {"rich", "xmlschema", "ahocorasick_rs", "tei_cable.readers.plain"}),
        (["verify", "corpus/plain-bare.txt", "corpus/plain-bare.gold.xml"], {"rich", "xmlschema", "ahocorasick_rs", "tei_cable.readers.plain"}),
        (["dialects"], {"rich", "xmlschema", "ahocorasick_rs"}),
    ],
)
def test_a_verb_imports_only_what_it_uses(args: list[str], absent: set[str]) -> None:
    code = (
        "import sys, json, atexit; from tei_cable.cli import main\n"
        "atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))\n"
        f"main({args!r}, standalone_mode=True)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not absent & set(json.loads(done.stderr.splitlines()[-1]))


def test_as_a_module_with_a_closed_pipe(telegram: Path) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m tei_cable convert "{telegram}" | head -c 10', cwd=ROOT, shell=True, capture_output=True, text=True, check=False
    )
    assert done.stdout == "<?xml vers"
    assert "Traceback" not in done.stderr


def test_the_tei_of_another_house(run: Run, telegram: Path) -> None:
    telegram.write_text("Vienna, March 3, 1961\n\n1. We met on 2 March & agreed.[1]\n\nKERN\n\n[1] Not found.\n", encoding="utf-8")
    assert run("convert", telegram, "-o", "ours.xml").exit_code == 0
    for profile in ("frus", "voyant"):
        result = run("convert", telegram, "--profile", profile)
        assert result.exit_code == 0
        assert "info[E001]: not-in-profile" in result.stderr
        assert result.stdout_bytes == run("export", "ours.xml", "--profile", profile).stdout_bytes
    assert run("convert", telegram, "--profile", "cable").stdout_bytes == Path("ours.xml").read_bytes()
    assert run("convert", ".", "-O", "out", "--profile", "voyant", "-q").exit_code == 0
    assert Path("out/telegram.xml").read_bytes() == run("export", "ours.xml", "--profile", "voyant").stdout_bytes
    result = run("convert", telegram, "--profile", "nobody")
    assert result.exit_code == 2
    assert "there is no profile 'nobody'; there are cable, " in result.stderr
