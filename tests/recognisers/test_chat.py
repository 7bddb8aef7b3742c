"""A language model behind the chat protocol: a small server on the loopback address plays it."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tei_cable import api
from tei_cable.recognisers import BadRecogniser, Proposed
from tei_cable.recognisers.asking import opened
from tei_cable.recognisers.chat import endpoint
from tei_cable.recognisers.chat.address import KEY, read
from tei_cable.recognisers.chat.endpoint import NoAnswer

TEXT = b"Umberland, May 4, 1962.\n\n1. Olbrecht Zorn\ncame from Umberland. Umberlanders wept.[1]\n\n2. Olm. Zorn left.\n\n[1] In Olm.\n"


class Server:
    """Answers each request with the next of `answers` (the last again and again): words of a model, a status, or a function of the handler."""

    def __init__(self) -> None:
        self.answers: list[str | int | Callable[[BaseHTTPRequestHandler], None]] = []
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                outer.paths.append(self.path)
                outer.headers.append({k.lower(): v for k, v in self.headers.items()})
                outer.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                answer = outer.answers.pop(0) if len(outer.answers) > 1 else outer.answers[0]
                if isinstance(answer, str):
                    send(self, json.dumps({"choices": [{"message": {"role": "assistant", "content": answer}, "finish_reason": "stop"}]}).encode())
                elif isinstance(answer, int):
                    send(self, b'{"error": "so it is"}', answer)
                else:
                    answer(self)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.http.server_port}/v1"
        self.name = f"chat:{self.base}#small/model"


def send(handler: BaseHTTPRequestHandler, data: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(data)))
    for key, value in headers.items():
        handler.send_header(key, value)
    handler.end_headers()
    handler.wfile.write(data)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.delenv(KEY, raising=False)
    api._opened.cache_clear()
    made = Server()
    thread = threading.Thread(target=made.http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.http.shutdown()
    made.http.server_close()
    thread.join()


def names(*rows: tuple[int | None, str, str]) -> str:
    return json.dumps({"names": [{"words": w, "kind": k} | ({"passage": n} if n else {}) for n, w, k in rows]})


def tagged(made: api.Conversion) -> list[tuple[str, str]]:
    text = made.cable.source.text
    return [(m.kind, " ".join(text[m.span.start : m.span.end].split())) for m in made.cable.mentions if m.attrs.get("resp") == "#chat-small-model"]


def propose(server: Server, *passages: str) -> Proposed:
    return opened([server.name])[0].propose([passages])[0]


def test_words_become_places_in_the_text(server: Server) -> None:
    server.answers = [names((2, "Olbrecht Zorn", "person"), (2, "Umberland", "place"))]
    made = api.convert(TEXT, recogniser=[server.name])
    assert tagged(made) == [("persName", "Olbrecht Zorn"), ("placeName", "Umberland")]
    assert f'<respStmt xml:id="chat-small-model"><resp>recognition of names</resp><name>small/model at {server.base}</name>'.encode() in made.tei
    assert not [d for d in made.diagnostics if d.code in ("X002", "X003")]


def test_what_is_asked(server: Server) -> None:
    server.answers = [names()]
    api.convert(TEXT, recogniser=[server.name])
    (asked,) = server.asked
    assert server.paths == ["/v1/chat/completions"]
    assert (asked["model"], asked["temperature"]) == ("small/model", 0)
    assert asked["messages"][1]["content"].splitlines()[1:] == [
        "[2] 1. Olbrecht Zorn came from Umberland. Umberlanders wept.", "[3] 2. Olm. Zorn left.", "[4] In Olm.",
    ]  # fmt: skip
    assert "authorization" not in server.headers[0]


def test_every_whole_word_in_the_passage_that_is_named_or_in_all_when_none_is(server: Server) -> None:
    passages = ("Olm and Olm, not Olmo", "at Olm")
    for number, places in ((1, [(0, 0), (0, 8)]), (2, [(1, 3)]), (None, [(0, 0), (0, 8), (1, 3)])):
        server.answers = [names((number, "Olm", "place"))]
        assert [(p.passage, p.start) for p in propose(server, *passages).proposals] == places


def test_a_name_across_a_line_end(server: Server) -> None:
    server.answers = [names((1, "Olbrecht Zorn", "person"))]
    assert [(p.start, p.end) for p in propose(server, "by Olbrecht  Zorn").proposals] == [(3, 17)]


def test_what_does_not_stand_in_the_text_is_rejected_and_told(server: Server) -> None:
    server.answers = [names((2, "Atlantis", "place"), (3, "Umberland", "place"), (77, "Olm", "place"), (2, "olbrecht zorn", "person"))]
    made = api.convert(TEXT, recogniser=[server.name])
    assert tagged(made) == []
    (said,) = [d.message for d in made.diagnostics if d.code == "X002"]
    assert "“Atlantis”, “Umberland”, “Olm”, “olbrecht zorn”" in said


@pytest.mark.parametrize("round", ["Here you are:\n```json\n%s\n```\nAnything else?", "%s", "<think>hm</think>%s"])
def test_words_round_the_json_do_not_matter(server: Server, round: str) -> None:
    server.answers = [round % names((None, "Olm", "place"))]
    assert len(propose(server, "Olm").proposals) == 1


def test_rows_that_are_none_are_left_out(server: Server) -> None:
    rows = [3, None, {"words": 4, "kind": "place"}, {"words": "Olm"}, {"words": "Olm", "kind": "ship"}, {"words": " ", "kind": "place"}]
    server.answers = [json.dumps({"names": [*rows, {"words": "Olm", "kind": "organization", "passage": "first"}]})]
    assert [p.kind for p in propose(server, "Olm").proposals] == ["orgName"]
    server.answers = [json.dumps({"names": rows})]
    assert "not of the form" in propose(server, "Olm").failure


def test_a_text_that_gives_orders_gets_nothing_but_spans(server: Server) -> None:
    server.answers = [names((None, '"><evil/>', "place"), (None, "Olm", "place"))]
    made = api.convert(b'Say Olm and "><evil/>.\n', recogniser=[server.name])
    assert b"&lt;evil/&gt;" in made.tei
    assert "X003" not in [d.code for d in made.diagnostics]


FAILURES: list[tuple[str | int | Callable[[BaseHTTPRequestHandler], None], str]] = [
    (401, "TEI_CABLE_CHAT_KEY"),
    (404, "address and the model"),
    (429, "fewer requests"),
    (500, "status 500"),
    (302, "not followed"),
    ("I cannot help with that.", "in words and not in JSON"),
    ("{" * 100_000, "in words and not in JSON"),
    ('{"names": ', "in words and not in JSON"),
    ('{"persons": []}', "no list of names"),
    (lambda h: send(h, b"<html>hello</html>"), "not of the chat protocol (<html>hello"),
    (lambda h: send(h, b"[" * 100_000), "not of the chat protocol"),
    (lambda h: send(h, b'{"choices": []}'), "not of the chat protocol"),
    (lambda h: send(h, b'{"choices": [{"message": {"content": null}}]}'), "says nothing"),
    (lambda h: send(h, b'{"choices": [{"message": {"content": null, "refusal": "No."}}]}'), "refuses (No.)"),
    (lambda h: send(h, b'{"choices": [{"message": {"content": "{}"}, "finish_reason": "length"}]}'), "cut off"),
    (lambda h: h.connection.close(), "cannot be reached"),
    (lambda h: h.wfile.write(b"nonsense\r\n\r\n"), "cannot be reached"),
]


@pytest.mark.parametrize(("answer", "said"), FAILURES, ids=[said for _, said in FAILURES])
def test_a_failure_is_one_sentence_and_the_telegram_is_converted(server: Server, answer: Any, said: str) -> None:
    server.answers = [answer]
    made = api.convert(TEXT, recogniser=[server.name])
    (failed,) = [d for d in made.diagnostics if d.code == "X003"]
    assert said in failed.message
    assert failed.message.endswith(".")
    assert "\n" not in failed.message
    assert made.tei == api.convert(TEXT).tei


def test_nobody_there(server: Server) -> None:
    (model,) = opened(["chat:http://127.0.0.1:1/v1#m"])
    assert "cannot be reached" in model.propose([["Olm"]])[0].failure


def slowly(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, for ever as far as a time-out of the socket knows."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(30):
        try:
            handler.wfile.write(b" ")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.05)


@pytest.mark.parametrize("answer", [slowly, lambda h: time.sleep(0.6)])
def test_an_answer_that_takes_too_long(server: Server, answer: Any) -> None:
    server.answers = [answer]
    began = time.monotonic()
    with pytest.raises(NoAnswer, match=r"within 0\.2 seconds"):
        endpoint.answer(read(server.name.partition(":")[2]), [], 0.2)
    assert time.monotonic() - began < 1


def test_an_answer_that_is_too_large(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "LARGEST", 1_000_000)
    server.answers = [lambda h: send(h, b" " * 1_200_000)]
    assert "larger than 1 MB" in propose(server, "Olm").failure


def test_after_two_failures_in_a_row_the_batch_is_spared(server: Server) -> None:
    server.answers = [500]
    answers = opened([server.name])[0].propose([["Olm"]] * 5)
    assert len(server.asked) == 2
    assert ["not asked" in a.failure for a in answers] == [False, False, True, True, True]


def test_a_long_telegram_is_several_requests(server: Server) -> None:
    server.answers = [names((1, "Olm", "place")), names((3, "Olm", "place"))]
    found = propose(server, "Olm " * 1500, "", "Olm " * 1500)
    assert len(server.asked) == 2
    assert {p.passage for p in found.proposals} == {0, 2}


def test_the_key_is_sent_and_never_shown(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "sesame")
    server.answers = [names((None, "Olm", "place")), 401]
    assert b"sesame" not in api.convert(TEXT, recogniser=[server.name]).tei
    assert server.headers[0]["authorization"] == "Bearer sesame"
    said = api.convert(TEXT, recogniser=[server.name]).diagnostics
    assert "X003" in [d.code for d in said]
    assert "sesame" not in str(said)


def test_another_address_gets_neither_text_nor_key(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "sesame")
    server.answers = [lambda h: send(h, b"", 307, Location=server.base + "/elsewhere")]
    assert "not followed" in propose(server, "Olm").failure
    assert len(server.paths) == 1


def test_what_stays_on_this_machine_asks_no_proxy(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    server.answers = [names()]
    assert not propose(server, "Olm").failure


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("ftp://127.0.0.1/v1#m", "no address"), ("127.0.0.1/v1#m", "no address"), ("http://#m", "no address"), ("http://[::1#m", "no address"),
        ("http://127.0.0.1:99999/v1#m", "no address"), ("http://127.0.0.1/v1", "the model is missing"),
        ("http://127.0.0.1/v1#", "the model is missing"),
        ("http://127.0.0.1/v1#a b", "blanks"), ("https://me:sesame@example.org/v1#m", "environment variable"),
    ],
)  # fmt: skip
def test_addresses_that_are_none(what: str, said: str) -> None:
    with pytest.raises(BadRecogniser, match=said) as e:
        read(what)
    assert "sesame" not in str(e.value)


def test_where_the_text_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "sesame")
    for here in ("http://127.0.0.1:8/v1", "http://localhost/v1", "http://[::1]:8/v1"):
        assert opened([f"chat:{here}#m"])[0].sends_to == ""
    assert opened(["chat:https://example.org/v1#m"])[0].sends_to == "example.org"
    with pytest.raises(BadRecogniser, match="in the clear"):
        opened(["chat:http://example.org/v1#m"])
    assert read("https://example.org/a/?v=2#m").url == "https://example.org/a/chat/completions?v=2"
