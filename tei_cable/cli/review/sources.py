"""`tei-cable review sources`."""

import json
from typing import TYPE_CHECKING, Any

import click

from tei_cable.cli._common import Failure, finish, globbed, safe, sentence, sentences, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_cable.desk.sources import Made, Maker


@click.command("sources", short_help="Who made which tag; strip or accept those of one maker.")
@click.argument("files", nargs=-1, required=True, metavar="TEI|DIR...")
@click.option("--by", multiple=True, metavar="WORD", help="Only tags whose maker has this id, version, part or list; repeatable, all must hold.")
@click.option("--strip", is_flag=True, help="Take these tags away, in the files; the text stays to the character.")
@click.option("--accept", default="", metavar="EDITOR", help="Make these tags the editor's, in the files: @resp, @cert high, a line in revisionDesc.")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="The day of --accept; else today.")
@globbed(of="a folder")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@shared
def command(files: tuple[str, ...], glob: str, form: str, **options: Any) -> None:
    """List who made the tags of TEI files: a part of tei-cable, a recogniser, an editor. Strip or accept those of one maker."""
    from tei_cable import api
    from tei_cable.cli._render import Printer, plural

    if options["strip"] and options["accept"]:
        raise click.UsageError("--strip and --accept exclude one another; give one of them")
    if (options["strip"] or options["accept"]) and not options["by"]:
        raise click.UsageError("say with --by whose tags are meant; without it, `review sources` lists who made which")
    printer = Printer(**options)
    wanted = {name: options[name] for name in ("by", "strip", "accept", "date")}
    found: list[Made] = []
    done = failed = changed = 0
    with sentences(files[0]):
        for result in api.review_sources(files, glob=glob, **wanted):
            if result.error:
                failed += 1
                printer.fault(sentence(result.error, result.path))
                continue
            done += 1
            found += result.made
            changed += result.changed
            if options["verbose"]:
                printer.note(f"{result.path}: {plural(sum(m.tags for m in result.made), 'tag')}, {result.changed} changed")
    if options["by"] and done and not found:
        whom = " and ".join(map(repr, options["by"]))
        raise Failure(f"{', '.join(files)}: no tag is by {whom}; `review sources` without --by lists who made which")
    table = _summed(found)
    rows = [m.maker._asdict() | {"tags": m.tags, "doubtful": m.doubtful} for m in table]
    click.echo(json.dumps(rows, indent=1) if form == "json" else _table(table))
    what = " stripped" if options["strip"] else f" accepted by {options['accept']}" if options["accept"] else ""
    printer.note(f"{plural(done, 'file')}, {failed} failed: {plural(changed if what else sum(m.tags for m in table), 'tag')}{safe(what)}")
    finish((), options["fail_on"], failed=failed, done=done)


def _summed(found: "Iterable[Made]") -> "Sequence[Made]":
    from tei_cable.desk.sources import Made

    sums: dict[Maker, Made] = {}
    for m in found:
        before = sums.get(m.maker)
        sums[m.maker] = Made(m.maker, m.tags + before.tags, m.doubtful + before.doubtful) if before else m
    return [sums[maker] for maker in sorted(sums)]


def _table(made: "Sequence[Made]") -> str:
    rows = [("who", "part", "list", "version", "tags", "doubtful"), *((*_cells(m), str(m.tags), str(m.doubtful)) for m in made)]
    wide = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return safe("\n".join("  ".join(c.rjust(w) if i > 3 else c.ljust(w) for i, (c, w) in enumerate(zip(row, wide, strict=True))) for row in rows))


def _cells(made: "Made") -> tuple[str, ...]:
    maker = made.maker
    return maker.who, maker.part or "-", maker.list or "-", maker.version or "-"
