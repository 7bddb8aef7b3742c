"""Letters and messages that a telegram quotes whole: from the salutation to the name under them."""

import re
from collections.abc import Sequence

from tei_cable.model import Block, Mention, Span
from tei_cable.text.dateline import dateline
from tei_cable.text.layout import MARKER, lines
from tei_cable.text.regex import regex

_OPEN = r"[\"\u201c\u00ab\u2018'(\[\s]*"
_SALUTE = regex(
    rf"{_OPEN}(?:(?:My )?(?:[Dd]ear|DEAR)\b.{{1,60}}|(?:Mr\.|Madam) [A-Z].{{2,40}}|(?:Your )?(?:Excellency|Majesty|Highness)\b.{{0,40}}|Sirs?)[:,]"
)
_CLOSE = regex(
    rf"{_OPEN}(?:(?:[A-Z][a-z]+,? ){{0,3}}(?:[Ss]incerely|[Ff]aithfully|[Rr]espectfully|[Cc]ordially)\b.{{0,60}}"
    rf"|(?:I am, )?(?:[Ww]ith|Best|Warm(?:est)?|Kind(?:est)?)\b.{{0,50}}\b(?:regards?|wishes|esteem|respects?)\b.{{0,30}}"
    rf"|(?:As ever|Your (?:\w+ )?friend)\b.{{0,40}})"
)
_NAME = regex(
    rf"{_OPEN}(?:/[s-]?/\s*|\(?[Ss]igned\)?:?\s*)?[A-ZÀ-ÖØ-Þ][\w.'\u2019-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w.'\u2019-]*){{0,3}}[.,]?[\"\u201c\u201d\u00bb.)\]]*(?:{MARKER})*"
)
_LAST = regex(f"{_CLOSE.pattern}|{_NAME.pattern}")
_QUOTED = regex(r"[\"\u201c\u00ab]")
_UNQUOTED = regex(rf"[\"\u201c\u201d\u00bb][.,]?(?:{MARKER})*$")
_SHORT = 90


def letters(text: str, blocks: Sequence[Block], mentions: list[Mention]) -> list[Block]:
    """The blocks with those of quoted letters put into them (`within`), their salutations, datelines and closing words recognised.

    A letter is only taken as such when it has a salutation of its own and its end shows: closing words, or the quotation mark that ends what
    the salutation began. The name under it is part of its closing words: `signed` is the telegram's own signature.
    """
    made = [part for block in blocks for part in _parted(text, block)]
    count = 0
    i = 0
    while i < len(made):
        if not (_is(_SALUTE, text, made[i]) and (end := _end(text, made, i))):
            i += 1
            continue
        count += 1
        start = i
        if i and (said := _dated(text, made[i - 1])):
            start = i - 1
            made[start] = made[start]._replace(kind="opener/dateline")
            mentions += said
        made[i] = made[i]._replace(kind="opener/salute")
        close, after = end
        for k in range(close, after):
            if made[k].kind == "p":
                made[k] = made[k]._replace(kind="closer/salute")
        for k in range(start, after):
            made[k] = made[k]._replace(within=f"letter-{count}")
        i = after
    return made


def _parted(text: str, block: Block) -> list[Block]:
    """The lines of a paragraph that is nothing but closing words with a name below, each a block."""
    start, end = block.spans[0]
    if block.kind != "p" or end - start > 2 * _SHORT or text.find("\n", start, end) < 0 or not _CLOSE.match(text, start, end):
        return [block]
    made = [Block("p", (line,)) for line in lines(text, block.spans[0])]
    fits = all(_is(_CLOSE if i == 0 else _LAST, text, b) for i, b in enumerate(made))
    return made if fits and len(block.spans) == 1 else [block]


def _is(pattern: re.Pattern[str], text: str, block: Block) -> bool:
    start, end = block.spans[0]
    return block.kind == "p" and len(block.spans) == 1 and end - start <= _SHORT and pattern.fullmatch(text, start, end) is not None


def _end(text: str, blocks: Sequence[Block], salute: int) -> tuple[int, int] | None:
    """Where the closing words of the letter begin and where it ends, as indexes of blocks."""
    quoted = _QUOTED.match(text, blocks[salute].spans[0].start) is not None
    body = 0
    for k in range(salute + 1, len(blocks)):
        block = blocks[k]
        if _is(_SALUTE, text, block):
            return None
        if body and _is(_CLOSE, text, block):
            after = k + 1
            while after < len(blocks) and _is(_CLOSE, text, blocks[after]):
                after += 1
            if after < len(blocks) and _is(_NAME, text, blocks[after]) and not _CLOSE.match(text, blocks[after].spans[0].start):
                after += 1
            return k, after
        if block.kind != "p":
            continue
        body += 1
        start, end = block.spans[-1]
        if quoted and _UNQUOTED.search(text, max(start, end - 20), end) and not _goes_on(text, blocks, k):
            return (k, k + 1) if body > 1 and _is(_NAME, text, block) else (k + 1, k + 1)
    return None


def _goes_on(text: str, blocks: Sequence[Block], k: int) -> bool:
    """Whether the next paragraph begins with a quotation mark too."""
    return k + 1 < len(blocks) and _QUOTED.match(text, blocks[k + 1].spans[0].start) is not None


def _dated(text: str, block: Block) -> list[Mention] | None:
    if block.kind != "p" or len(block.spans) > 1:
        return None
    said = dateline(text, Span(*block.spans[0]))
    return said.mentions if said else None
