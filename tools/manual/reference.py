"""Pages made from the code: commands, library, rules, parts."""

import ast
import inspect
import re
from collections.abc import Iterator
from itertools import groupby
from textwrap import dedent

import click

import tei_cable
from tei_cable import api
from tei_cable.cli import main
from tei_cable.registry import parts, rules
from tei_cable.rules.page import page

HEAD = "| option | |\n| --- | --- |\n"


def reference() -> dict[str, str]:
    """The pages, by their paths."""
    top = click.Context(main, info_name="tei-cable", **main.context_settings)
    return {
        "reference/commands.md": "# Commands and options\n\n" + "\n".join(commands(main, top)),
        "reference/library.md": library(),
        "reference/rules.md": "\n".join(rule_pages()),
        "reference/parts.md": "\n".join(part_list()),
    }


def prose(text: str) -> str:
    """Words of a docstring as Markdown: what stands between backticks stays, else no sign is markup."""
    pieces = re.split(r"(`[^`]*`)", inspect.cleandoc(text).replace("\b\n", ""))
    return "".join(p if n % 2 else re.sub(r"([<*_\[\]])", r"\\\1", p) for n, p in enumerate(pieces))


def commands(command: click.Command, context: click.Context) -> Iterator[str]:
    """A verb and the verbs below it."""
    if context.parent:
        yield f"{'#' * min(context.command_path.count(' ') + 1, 4)} {context.command_path}\n"
    yield prose(command.help or "") + "\n"
    yield f"```text\n{' '.join(command.get_usage(context).split())}\n```\n"
    records = [p.get_help_record(context) for p in command.get_params(context) if isinstance(p, click.Option)]
    if context.parent and not isinstance(command, click.Group):
        yield HEAD + "".join(f"| `{escaped(option)}` | {cell(told)} |\n" for option, told in filter(None, records))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below:
                yield from commands(below, click.Context(below, info_name=name, parent=context))


def cell(text: str) -> str:
    """Words in a cell of a table."""
    return escaped(prose(" ".join(text.split())))


def escaped(text: str) -> str:
    """Words without the sign that divides cells."""
    return text.replace("|", "\\|")


def library() -> str:
    """The public functions with their signatures and docstrings."""
    text = "# Library\n\nThe public functions of the package `tei_cable`; what each verb of the command line does, its function does.\n"
    for name in sorted(set(tei_cable.__all__) - {"__version__"}):
        function = getattr(tei_cable, name)
        text += f"\n## {name}\n\n```python\n{signature(function)}\n```\n\n{prose(function.__doc__)}\n"
    return text


def signature(function: object) -> str:
    """The signature as it is written, a parameter a line where it is long."""
    node = ast.parse(dedent(inspect.getsource(function))).body[0]  # type: ignore[arg-type]
    assert isinstance(node, ast.FunctionDef)
    returns = f" -> {ast.unparse(node.returns).strip(chr(39))}" if node.returns else ""
    arguments = re.sub(r"(?<=[\w\]])=", " = ", ast.unparse(node.args))
    whole = f"{node.name}({arguments}){returns}"
    if len(whole) < 90:
        return whole
    given = re.split(r", (?=\*|\w+: )", arguments)
    return f"{node.name}(\n    " + ",\n    ".join(given) + f",\n){returns}"


def rule_pages() -> Iterator[str]:
    """The page of every rule."""
    yield "# Rules, one by one\n\nWhat `tei-cable explain CODE` prints. A star marks those that run only when asked for ([rules](../rules.md)).\n"
    for family, members in groupby(rules().values(), key=lambda r: type(r).__module__.split(".")[2]):
        yield f"## {family}\n"
        for r in members:
            told = page(r)
            yield f"### {r.code}{'*' if r.optional else ''} {r.slug}\n\n*{r.severity}* · {prose(told.title)}\n"
            yield prose(told.why[:1].upper() + told.why[1:]) + "\n"
            for word, examples in (("Wrong", told.wrong), ("Right", told.right)):
                yield f"{word}:\n\n" + "\n\n".join(f"```text\n{e}\n```" for e in examples) + "\n"


def part_list() -> Iterator[str]:
    """Dialects, annotators, formats and profiles."""
    yield "# Dialects, annotators, formats, profiles\n\nEach is one folder of the package; one of another package is found by its entry point.\n"
    for title, family in (("Dialects", "readers"), ("Annotators", "annotators"), ("Recognisers", "recognisers")):
        yield f"## {title}\n\n| name | |\n| --- | --- |"
        for name, part in sorted(parts(family).items()):
            yield f"| `{name}` | {cell((type(part).__doc__ or '').partition(chr(10) * 2)[0])} |"
        yield ""
    for title, known in (("Formats", api.formats()), ("Profiles", api.profiles())):
        yield f"## {title}\n\n| name | what for | library | what it cannot hold |\n| --- | --- | --- | --- |"
        yield from (f"| `{f.name}` | {cell(f.purpose)} | {f.library} | {', '.join(f.loses) or 'nothing'} |" for f in known)
        yield ""
