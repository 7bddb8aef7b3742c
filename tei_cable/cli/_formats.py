"""Findings in the forms that other programs read: JSON, SARIF 2.1.0 (OASIS), JUnit XML, annotations of GitHub's workflow commands."""

import json
import os
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from tei_cable import __version__
from tei_cable.cli._baseline import fingerprint
from tei_cable.cli._report import Report
from tei_cable.model import Diagnostic, Severity
from tei_cable.tei.xml import attributes, escape

Json = dict[str, Any]


def write(form: str, report: Report, files: Iterable[str], fail_on: str) -> None:
    """Print a report in one of the forms; `files` are all that were checked, and `fail_on` is the least severity that makes one fail."""
    if form == "junit":
        written = to_junit(report, files, Severity[fail_on.upper()])
    else:
        written = {"json": to_json, "sarif": to_sarif, "github": to_github}[form](report)
    if written:
        click.echo(written)


def to_json(report: Report) -> str:
    """The form is documented in docs/cli.md."""
    severities = Counter(str(d.severity) for found in report.findings.values() for d in found)
    return _dumped(
        {
            "tei-cable": __version__,
            "schemas": [{"name": name, "release": release} for name, release in report.schemas.items()],
            "files": [{"path": path, "findings": [finding(d) for d in found]} for path, found in report.findings.items()],
            "fixed": [{"path": path, "findings": [finding(d) for d in found]} for path, found in report.fixed.items()],
            "failed": [{"path": path, "error": error} for path, error in report.failed.items()],
            "summary": {"files": report.files, "without-findings": report.files - len(report.findings), "known": report.known, **severities},
        }
    )


def finding(d: Diagnostic) -> Json:
    """One finding; what is not known is left out."""
    told: Json = {"code": d.code, "slug": d.slug, "severity": str(d.severity), "message": d.message}
    told |= {key: value for key, value in (("hint", d.hint), ("path", d.path), ("line", d.line), ("column", d.column)) if value}
    return told | ({"source": {"start": d.span.start, "end": d.span.end}} if d.span else {})


_LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}


def to_sarif(report: Report) -> str:
    """SARIF 2.1.0: one run; paths are relative to the folder in which it ran."""
    kinds = {d.code: d for found in report.findings.values() for d in found}
    index = {code: i for i, code in enumerate(sorted(kinds))}
    results = [_result(path, d, index[d.code]) for path, found in report.findings.items() for d in found]
    notes = [{"level": "error", "message": {"text": error}} for error in report.failed.values()]
    driver = {"name": "tei-cable", "version": __version__, "semanticVersion": __version__, "rules": [_rule(kinds[code]) for code in index]}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": not report.failed, "toolExecutionNotifications": notes}],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
    return _dumped({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _rule(d: Diagnostic) -> Json:
    from tei_cable.registry import rules
    from tei_cable.rules.page import page

    rule = rules().get(d.code)
    told: Json = {"id": d.code, "name": d.slug, "defaultConfiguration": {"level": _LEVELS[d.severity]}}
    if rule:
        about = page(rule)
        told |= {"shortDescription": {"text": about.title}, "fullDescription": {"text": about.why}, "help": {"text": f"tei-cable explain {d.code}"}}
    return told


def _result(path: str, d: Diagnostic, index: int) -> Json:
    place: Json = {"artifactLocation": {"uri": quote(Path(os.path.relpath(path)).as_posix())}}
    if d.line:
        place["region"] = {"startLine": d.line, **({"startColumn": d.column} if d.column else {})}
    location: Json = {"physicalLocation": place}
    if d.path:
        location["logicalLocations"] = [{"fullyQualifiedName": d.path, "kind": "element"}]
    return {
        "ruleId": d.code,
        "ruleIndex": index,
        "level": _LEVELS[d.severity],
        "message": {"text": _said(d)},
        "locations": [location],
        "partialFingerprints": {"teiCable/v1": fingerprint(d)},
    }


def to_junit(report: Report, files: Iterable[str], limit: Severity) -> str:
    """JUnit XML: each file is a test, which fails when a finding is as grave as `limit`, and is in error when the file was not read."""
    cases = [_case(report, path, limit) for path in files]
    numbers = {
        "tests": len(cases),
        "failures": sum("<failure" in c for c in cases),
        "errors": len(report.failed),
        "time": f"{time.time() - report.began:.3f}",
        "timestamp": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(report.began)),
    }
    suite = f'  <testsuite name="tei-cable" package="tei-cable" id="0" hostname="localhost"{_attributes(numbers)}>'
    told = [("tei-cable", __version__), *(("schema", f"{name} {release}".rstrip()) for name, release in report.schemas.items())]
    properties = [f"      <property{_attributes({'name': name, 'value': value})}/>" for name, value in told]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", suite, "    <properties>", *properties, "    </properties>", *cases]
    return "\n".join([*lines, "    <system-out/>", "    <system-err/>", "  </testsuite>", "</testsuites>"])


def _case(report: Report, path: str, limit: Severity) -> str:
    found = report.findings.get(path, ())
    inner = ""
    if path in report.failed:
        inner = f"<error{_attributes({'type': 'unreadable', 'message': report.failed[path]})}/>"
    elif any(d.severity >= limit for d in found):
        first = max(found, key=lambda d: d.severity)
        text = "\n".join(f"{d.code} {d.severity} {path}:{d.line}:{d.column} {_said(d)}" for d in found)
        inner = f"<failure{_attributes({'type': first.code, 'message': first.message})}>{escape(_clean(text))}</failure>"
    return f"    <testcase{_attributes({'classname': path, 'name': ' '.join(report.schemas) or 'rules', 'time': 0})}>{inner}</testcase>"


def _attributes(given: Mapping[str, object]) -> str:
    return attributes({k: _clean(str(v)) for k, v in given.items()})


_COMMANDS = {Severity.INFO: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}


def to_github(report: Report) -> str:
    """A workflow command for each finding, which GitHub shows at the line of the file."""
    lines = []
    for path, found in report.findings.items():
        for d in found:
            place = {"file": path, **({"line": d.line} if d.line else {}), **({"col": d.column} if d.column else {}), "title": f"{d.code} {d.slug}"}
            given = ",".join(f"{k}={_escaped(str(v), ':,')}" for k, v in place.items())
            lines.append(f"::{_COMMANDS[d.severity]} {given}::{_escaped(_said(d))}")
    lines += [f"::error::{_escaped(error)}" for error in report.failed.values()]
    return "\n".join(lines)


def _escaped(text: str, also: str = "") -> str:
    for c in "%\r\n" + also:
        text = text.replace(c, f"%{ord(c):02X}")
    return text


def _said(d: Diagnostic) -> str:
    return f"{d.message} {d.hint}".rstrip()


def _clean(text: str) -> str:
    """Text without what XML cannot hold."""
    return "".join(c if c.isprintable() or c in "\t\n" else "\ufffd" for c in text)


def _dumped(told: Json) -> str:
    return json.dumps(told, indent=2, ensure_ascii=False)
