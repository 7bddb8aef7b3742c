"""Names that a language model finds, asked at any server that speaks OpenAI's chat protocol."""

from collections.abc import Iterator, Sequence

from tei_cable.recognisers import Proposal, Proposed
from tei_cable.recognisers.chat import names
from tei_cable.recognisers.chat.address import Address, read
from tei_cable.recognisers.chat.endpoint import NoAnswer, answer
from tei_cable.text.regex import regex

# Characters that one request holds, if no passage alone has more: models find less in long texts.
_REQUEST = 8000
# After so many failures in a row the other telegrams of a batch are not asked about: each might take the whole time-out.
_PATIENCE = 2
_NO_NAME = regex(r"[^A-Za-z0-9_.-]+")


class Model:
    """One model at one address."""

    def __init__(self, address: Address):
        self.address = address
        self.id = "chat-" + _NO_NAME.sub("-", address.model)
        self.name = f"{address.model} at {address.base}"
        self.sends_to = "" if address.here else address.host

    def propose(self, telegrams: Sequence[Sequence[str]]) -> Sequence[Proposed]:
        """What the model names in each telegram, one request after another."""
        answers: list[Proposed] = []
        failed = 0
        for passages in telegrams:
            if failed >= _PATIENCE:
                answers.append(Proposed(failure=f"it was not asked, having failed {_PATIENCE} times in a row."))
                continue
            answers.append(self._ask(passages))
            failed = failed + 1 if answers[-1].failure else 0
        return answers

    def _ask(self, passages: Sequence[str]) -> Proposed:
        found: list[Proposal | str] = []
        try:
            for chunk in _chunks(passages):
                said = answer(self.address, names.asked((n + 1, passages[n]) for n in chunk))
                found += names.placed(names.read(said), passages)
        except NoAnswer as e:
            return Proposed(failure=str(e))
        return Proposed([p for p in found if isinstance(p, Proposal)], [w for w in found if isinstance(w, str)])


def _chunks(passages: Sequence[str]) -> Iterator[list[int]]:
    """The numbers of passages with words, so many together as make one request."""
    chunk: list[int] = []
    size = 0
    for n, words in enumerate(passages):
        if chunk and size + len(words) > _REQUEST:
            yield chunk
            chunk, size = [], 0
        if words.strip():
            chunk.append(n)
            size += len(words)
    if chunk:
        yield chunk


class Chat:
    """A language model: the address of a server that speaks OpenAI's chat protocol, `#`, and the name of the model."""

    def open(self, what: str) -> Model:
        """The model at an address; nothing is sent yet. Raises BadRecogniser."""
        return Model(read(what))


part = Chat()
