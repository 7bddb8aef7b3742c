"""The page of the desk. What it shows of telegrams its script asks the server for, and puts in as text."""

from lxml import etree

from tei_cable.render.elements import Child, el
from tei_cable.render.page.document import document

_BUTTONS = (("accept", "a", "Accept"), ("reject", "r", "Reject"), ("none", "n", "Nobody on the lists"), ("skip", "s", "Skip"), ("undo", "u", "Undo"))
_KEYS = (
    ("a", "accept: it is right"), ("r", "reject: the tag is wrong"), ("n", "a name, of nobody on the lists"), ("1 … 9", "choose"),
    ("c", "correct: type, Enter takes it, Escape leaves"), ("s", "skip: later"), ("u", "undo: one step back"),
)  # fmt: skip


def page() -> bytes:
    """The page, in UTF-8."""
    return document("Review", _body(), script="desk.js", more="desk.css", asks=True)


def _body() -> list[Child]:
    progress = el("progress", {"id": "progress", "aria-label": "Decided", "max": "1", "value": "0"})
    head = el("header", {"class": "bar"}, el("h1", None, "Review"), progress, el("span", {"id": "said"}), el("span", {"id": "editor"}))
    panel = el(
        "section",
        {"id": "doubt", "aria-labelledby": "question"},
        el("p", {"id": "where"}),
        el("h2", {"id": "question", "tabindex": "-1"}, "Loading …"),
        el("p", {"id": "sentence", "dir": "auto"}),
        el("p", {"id": "value"}),
        el("p", {"id": "evidence", "dir": "auto"}),
        el("p", {"id": "decided"}),
        el("ol", {"id": "alternatives", "aria-label": "Alternatives"}),
        el("div", {"class": "buttons"}, *(_button(*b) for b in _BUTTONS)),
        _field(),
        el("p", {"id": "error", "role": "alert"}),
        el("p", {"id": "status", "role": "status"}),
        _help(),
    )
    text = el("section", {"id": "text", "tabindex": "0", "aria-label": "The telegram"}, el("noscript", None, "The desk needs JavaScript."))
    return [head, el("main", None, text, panel)]


def _button(id: str, key: str, words: str) -> etree._Element:
    return el("button", {"type": "button", "id": id, "aria-keyshortcuts": key}, words, " ", el("kbd", None, key))


def _field() -> etree._Element:
    box = {
        "id": "words", "type": "text", "role": "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "found",
        "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false", "maxlength": "500", "aria-keyshortcuts": "c",
    }  # fmt: skip
    label = el("label", {"for": "words"}, el("span", {"id": "label"}), " ", el("kbd", None, "c"))
    return el("div", {"id": "field"}, label, el("input", box), el("ul", {"id": "found", "role": "listbox", "aria-label": "Found"}))


def _help() -> etree._Element:
    keys = el("dl", None, *(el("div", None, el("dt", None, el("kbd", None, key)), el("dd", None, words)) for key, words in _KEYS))
    switch = el("label", {"class": "switch"}, el("input", {"id": "keys", "type": "checkbox", "checked": "checked"}), " Single keys decide")
    return el("details", None, el("summary", None, "Keys"), keys, switch)
