"""Lists of persons, places, organisations, terms, and the offices that they tell of."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tei_cable.model import Diagnostic

if TYPE_CHECKING:
    from tei_cable.authority.combine import Conflict
    from tei_cable.authority.entries import Pack
    from tei_cable.authority.questions import Answer, BadQuestion


def office(
    title: str, date: str, *, state: str = "US", authority: Sequence[str] = (), core_authority: bool = True
) -> "Answer":
    """Who held the office that a title names ("Ambassador in France") on a day (YYYY-MM-DD); nobody when two fit.

    `state` says whose office it is when the title does not; `authority` are lists whose notes tell offices. Raises BadQuestion for a date
    that is not valid or a state that is not known, and BadList.
    """
    from tei_cable.authority.lists import load_unsearched
    from tei_cable.authority.questions import ask, day
    from tei_cable.authority.questions import state as known

    return ask(load_unsearched(authority, core_authority), title, day(date), known(state))


def offices(
    questions: Iterable[Sequence[str]], *, date: str | None = None, state: str = "US", authority: Sequence[str] = (), core_authority: bool = True
) -> Iterator["Answer | BadQuestion"]:
    """Answers to many questions, each an office and, where they differ from `date` and `state`, its date and state; in their order.

    A question that cannot be read gives the BadQuestion in its place. Raises BadList.
    """
    from tei_cable.authority.lists import load_unsearched
    from tei_cable.authority.questions import BadQuestion, ask, day
    from tei_cable.authority.questions import state as known

    loaded = load_unsearched(authority, core_authority)
    for title, *more in questions:
        when, whose = (*more, "", "")[:2]
        try:
            yield ask(loaded, title, day(when or date or ""), known(whose or state))
        except BadQuestion as e:
            yield e


def authority_import(sources: Sequence[str], *, title: str = "", licence: str = "", date: str = "") -> "tuple[Pack, Sequence[Conflict]]":
    """Lists of any form merged into one, and where they disagree; the first counts most. `date` is that of the new list (YYYY-MM-DD).

    Raises BadList for one that cannot be read.
    """
    from tei_cable.authority.packs import merge

    return merge(sources, title, licence, date)


def authority_check(file: str) -> Sequence[Diagnostic]:
    """What is wrong or doubtful in a list. Raises BadList for one that cannot be read."""
    from tei_cable.authority import formats
    from tei_cable.authority.checks import check as check_list

    return check_list(formats.read_freely(file))


def authority_show(where: str, name: str = "") -> Sequence[str]:
    """What a list, or the `core`, knows of the entries with that id or name, as lines; without a name, what the list is and where it comes from.

    Raises BadList for a list that cannot be read.
    """
    from tei_cable.authority.shown import show

    return show(where, name)
