"""The command line: one module a verb. This package alone knows click and rich.

The modules of verbs import click and nothing else of weight; what a verb needs, it imports when it runs.
"""

import atexit
import gc
import importlib
import pkgutil
from typing import Any

import click

from tei_cable import __version__


class Verbs(click.Group):
    """The verbs are the modules of a package whose names do not begin with an underscore; each is imported when it is asked for."""

    package = __name__

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the verbs."""
        modules = pkgutil.iter_modules(importlib.import_module(self.package).__path__)
        return sorted(m.name for m in modules if not m.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{self.package}.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; a part of another package that cannot be used is said in one sentence."""
        try:
            return super().invoke(ctx)
        except ValueError as e:
            from tei_cable.cli._common import Failure
            from tei_cable.registry import BadPart

            if isinstance(e, BadPart):
                raise Failure(str(e)) from e
            raise


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="tei-cable")
def main() -> None:
    """Plain-text diplomatic telegrams into scholarly TEI XML.

    Exit status: 0 done; 1 done, but a finding reaches --fail-on or some files of many could not be done; 2 nothing could be done.
    """
    # a telegram leaves nothing that only a collection frees, and the tables and a list are more than 200,000 objects that stay: with Python's
    # threshold of 700 it would run a hundred times at the start, and look through everything once more at the end
    gc.set_threshold(500_000)
    atexit.register(gc.freeze)
