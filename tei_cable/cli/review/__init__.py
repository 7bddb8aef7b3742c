"""`tei-cable review`: what the program tagged, and what an editor decides of it; one module a verb."""

import click

from tei_cable.cli import Verbs


class ReviewVerbs(Verbs):
    """The verbs of this package."""

    package = __name__


@click.group("review", cls=ReviewVerbs, short_help="What is in doubt, what an editor decides of it, who made which tag.")
def command() -> None:
    """List what is in doubt, decide in the browser or in a table, write decisions into TEI, list who made which tag; see docs/review.md."""
