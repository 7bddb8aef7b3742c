"""`tei-cable corpus`: what is done with many telegrams together; one module a verb."""

import click

from tei_cable.cli import Verbs


class CorpusVerbs(Verbs):
    """The verbs of this package."""

    package = __name__


@click.group("corpus", cls=CorpusVerbs, short_help="Many telegrams together: search, compare, audit, follow references.")
def command() -> None:
    """Work on many telegrams together."""
