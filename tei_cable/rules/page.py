"""The page of a rule, which is the docstring of its class (the form: `tei_cable.rules`)."""

from dataclasses import dataclass
from inspect import cleandoc
from textwrap import dedent

from tei_cable.rules import Rule


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule says about itself: the fault in a sentence, why it matters, examples that have the fault, and examples that do not."""

    title: str
    why: str
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


def page(rule: Rule) -> Page:
    """The page of a rule. Raises ValueError when its docstring does not have the form."""
    text = cleandoc(type(rule).__doc__ or "")
    title, _, rest = text.partition("\n\n")
    why, wrong_head, examples = rest.partition("\n\nWrong:\n")
    wrong, right_head, right = examples.partition("\n\nRight:\n")
    if not why.startswith("Why: ") or not wrong_head or not right_head:
        raise ValueError(f"{rule.code}: the docstring of {type(rule).__name__} lacks Why, Wrong or Right")
    return Page(" ".join(title.split()), why.removeprefix("Why: "), _examples(wrong), _examples(right))


def _examples(text: str) -> tuple[str, ...]:
    return tuple(dedent(block).strip("\n") for block in text.split("\n\n") if block.strip())
