"""`tei-cable validate`."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from tei_cable.cli._common import Failure, codes, finish, globbed, reporting, sentence, sentences, shared

if TYPE_CHECKING:
    from tei_cable.cli._baseline import Baseline
    from tei_cable.cli._settings import Settings
    from tei_cable.model import Diagnostic
    from tei_cable.validation import Validated
    from tei_cable.validation.plan import Plan

AT_A_GLANCE = 10
# So many files take about as long as another process takes to start.
MANY = 1000


@click.command("validate", short_help="Faults of TEI files, by schemas and by rules.")
@click.argument("files", nargs=-1, required=True, metavar="FILE|DIR...")
@click.option(
    "--schema",
    multiple=True,
    metavar="cable|tei_all|PATH",
    help="`cable` (the default): our RELAX NG and Schematron; PATH: a .rng, .xsd or .sch file; tei_all or the like: a schema installed. Repeatable.",
)
@click.option("--profile", metavar="frus", help="Check what a house checks, and tick its list. Our own schema is then not applied.")
@click.option("--ready-for", metavar="TOOL", help="Would TOOL import it, and what would be lost? Our own schema is then not applied.")
@globbed()
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Processes for many files (default: as many as there are cores).")
@reporting("N,D002")
@click.option("--fix", is_flag=True, help="Make the safe fixes, in the files; no word of a text is changed.")
@click.option("--engine", type=click.Choice(["auto", "jing"]), default="auto", show_default=True, help="What applies RELAX NG.")
@shared
def command(files: tuple[str, ...], glob: str, **options: Any) -> None:
    """Validate TEI files; each fault is reported once, at the element where it lies.

    Settings are read from .tei-cable.toml, or [tool.tei-cable] in pyproject.toml; what is said here counts more.
    """
    with sentences():
        _Run(glob, options).validate(files)


class _Run:
    """One run: its settings, and what it has found so far."""

    def __init__(self, glob: str, options: dict[str, Any]):
        from pathlib import Path

        from tei_cable.cli._render import Printer
        from tei_cable.cli._report import Report
        from tei_cable.cli._settings import settings

        self.glob, self.options = glob, options
        self.settings: Settings = settings(Path.cwd())
        self.profile: str = options["profile"] or ""
        self.tool: str = options["ready_for"] or ""
        for option in (o for o in ("profile", "ready_for") if options[o]):
            if options["select"]:
                raise Failure(f"--{option.replace('_', '-')} already says what is checked; leave --select out, or exclude codes with --ignore")
        if self.profile and self.tool:
            raise Failure("--profile and --ready-for cannot be given together; run validate once with each")
        self.schema = options["schema"] or (() if self.tool else tuple(self.settings.schema) or (() if self.profile else ("cable",)))
        self.baseline = options["baseline"] or self.settings.baseline
        if options["update_baseline"] and not self.baseline:
            raise Failure("--update-baseline needs --baseline FILE, or a baseline in the settings")
        self.known = _known(self.baseline) if self.baseline and not options["update_baseline"] else None
        self.printer = Printer(**options)
        self.report = Report(schemas=dict.fromkeys(self.schema, ""))
        self.paths: list[str] = []

    def validate(self, files: Sequence[str]) -> None:
        """Check the files, print, and end with the exit status."""
        from tei_cable.validation.plan import Plan

        plan = Plan(self.schema, self._selected(), self._ignored(), self.options["engine"] == "jing", self.tool)
        self.report.schemas = plan.releases
        remarks: dict[str, None] = {}
        for found in self.printer.progress(*(self._fixed(files, plan) if self.options["fix"] else self._checked(files, plan))):
            self._take(found)
            remarks.update(dict.fromkeys(found.remarks))
        for remark in remarks:
            self.printer.note(remark)
        self._end()

    def _checked(self, files: Sequence[str], plan: "Plan") -> tuple[Iterator["Validated"], str, int]:
        from tei_cable.batch.items import items
        from tei_cable.batch.validating import validate_all
        from tei_cable.batch.workers import Spread
        from tei_cable.validation.opening import LARGEST

        number = sum(1 for _ in items(files, self.glob, "tei", LARGEST))
        spread = Spread.of(self.options["jobs"], "", number, MANY)
        return validate_all(items(files, self.glob, "tei", LARGEST), plan, spread), "files", number

    def _fixed(self, files: Sequence[str], plan: "Plan") -> tuple[Iterator["Validated"], str, int]:
        from tei_cable.batch.items import items
        from tei_cable.validation import fix_planned

        number = sum(1 for _ in items(files, self.glob, "tei"))
        return fix_planned(items(files, self.glob, "tei"), plan, lambda path, d: not self.settings.ignored(path, d.code)), "files", number

    def _selected(self) -> Sequence[str]:
        if self.profile:
            from tei_cable.validation import profiles

            return profiles.codes(self.profile)
        return () if self.tool else codes(self.options["select"]) or self.settings.select

    def _ignored(self) -> Sequence[str]:
        return [*codes(self.options["ignore"]), *self.settings.ignore]

    def _take(self, checked: "Validated") -> None:
        """Count and, as text, print what was found in a file."""
        path = checked.path
        if self.options["form"] == "junit":
            self.paths.append(path)
        if checked.error:
            self.report.failed[path] = sentence(checked.error)
            if self.options["form"] == "text":
                self.printer.fault(self.report.failed[path])
            return
        self.report.files += 1
        if checked.fixed:
            self.report.fixed[path] = checked.fixed
            if self.options["form"] == "text":
                self.printer.fixes(path, checked.fixed)
        found: Sequence[Diagnostic] = [d for d in checked.diagnostics if not self.settings.ignored(path, d.code)]
        if self.known:
            new = self.known.new(path, found)
            self.report.known += len(found) - len(new)
            found = new
        if found:
            self.report.findings[path] = found
        if self.options["form"] == "text":
            self._print(path, found)

    def _print(self, path: str, found: Sequence["Diagnostic"]) -> None:
        from tei_cable.cli._render import plural

        shown = found if self.options["verbose"] else sorted(found, key=lambda d: -d.severity)[:AT_A_GLANCE]
        self.printer.findings(path, sorted(shown, key=lambda d: (d.line, d.column)))
        if len(found) > len(shown):
            self.printer.note(f"{path}: {plural(len(found) - len(shown), 'more finding')}; -v shows all")
        if self.options["verbose"] and not found:
            self.printer.note(f"{path}: nothing found")

    def _end(self) -> None:
        fail_on = self.options["fail_on"] or self.settings.fail_on or "error"
        form, report = self.options["form"], self.report
        if form == "text":
            for line in self._ticked() if self.profile else ():
                self.printer.note(line)
            self.printer.note(self._summary())
        else:
            from tei_cable.cli._formats import write

            write(form, report, self.paths, fail_on)
        if self.options["update_baseline"]:
            from tei_cable.cli import _baseline
            from tei_cable.cli._render import plural

            _baseline.write(self.baseline, report.findings)
            self.printer.note(f"{self.baseline}: {plural(sum(map(len, report.findings.values())), 'finding')} known now")
            sys.exit(bool(report.failed))
        finish((d.severity for found in report.findings.values() for d in found), fail_on, failed=len(report.failed), done=report.files)

    def _ticked(self) -> Iterator[str]:
        """The list of the profile's tasks, those without findings ticked."""
        from tei_cable.validation.profiles import ticked

        for task, found in ticked(self.profile, (d for ds in self.report.findings.values() for d in ds)).items():
            left = ", ".join(f"{code} {n}" for code, n in sorted(found.items()))
            unasked = "" if self.schema or task != "schemas" else "none was given (--schema)"
            yield f"[{' ' if left or unasked else 'x'}] {task}{': ' if left or unasked else ''}{', '.join(filter(None, (left, unasked)))}"

    def _summary(self) -> str:
        from tei_cable.cli._render import counted, plural
        from tei_cable.model import Severity

        report = self.report
        faulty = sum(any(d.severity >= Severity.ERROR for d in found) for found in report.findings.values())
        schemas = ", ".join(f"{name}, {release}" if release else name for name, release in report.schemas.items())
        good = f"ready for {self.tool}" if self.tool else "valid"
        by = "" if self.tool and not schemas else f" ({schemas or 'no schema'})"
        said = f"{plural(report.files, 'file')}: {report.files - faulty} {good}, {faulty} not{by}"
        others = counted(d.severity for found in report.findings.values() for d in found)
        known = f"; {plural(report.known, 'known finding')} not counted" if report.known else ""
        mended = f"; {sum(map(len, report.fixed.values()))} fixed" if report.fixed else ""
        return said + (f": {others}" if report.findings else "") + known + mended


def _known(path: str) -> "Baseline":
    from tei_cable.cli._baseline import Baseline

    return Baseline(path)
