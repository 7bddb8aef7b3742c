"""The desk without a browser: what it hands out, to whom, and what it takes down."""

import json
import socket
from pathlib import Path
from typing import Any

import pytest

import tei_cable
from desk.serving.conftest import EVIL, Desk, ask, decide, written
from tei_cable.batch.items import items
from tei_cable.desk.deciding import decide as carried_out
from tei_cable.desk.decisions import Decision, append
from tei_cable.desk.serving.server import Server
from tei_cable.desk.serving.work import Refused, Work
from tei_cable.files import BadRequest
from tei_cable.pipeline import Converter


def number(server: Server, code: str) -> int:
    return next(n for n, d in enumerate(server.work.queue) if d.code == code)


def test_the_page_needs_nothing_else_and_may_ask_its_server_alone(desk: Desk) -> None:
    answer = ask(desk(), "")
    page = answer.body.decode()
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in page
    assert "connect-src 'self'" in page
    assert "unsafe" not in page
    assert " src=" not in page
    assert ' href="http' not in page
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_a_doubt_with_its_text(desk: Desk) -> None:
    server = desk()
    told = ask(server, f"doubt?n={number(server, 'O001')}").json
    place = told["place"]
    assert told["asked"]["question"] == "Did this person hold the office?"
    assert (told["asked"]["decisions"], told["asked"]["look_up"]) == (["accept", "reject", "none"], "person")
    assert place["words"] == "Soviet Foreign Minister"
    assert place["before"] + place["words"] + place["after"] == told["texts"][place["text"]]["words"]
    assert EVIL in place["before"]
    assert ask(server, f"doubt?n={number(server, 'N002')}").json["place"]["words"].startswith("A note of which")


def test_decisions_are_on_the_disk_when_they_are_answered_and_hold_in_the_tei(desk: Desk, decisions: Path, doubtful: Path) -> None:
    server = desk()
    office, bracket, note = (number(server, code) for code in ("O001", "B001", "N002"))
    assert decide(server, office, "quill").json["decisions"][office] == "quill"
    assert decide(server, bracket, "sic").status == 200
    assert decide(server, note, "was calm").json["history"] == [office, bracket, note]
    taken = written(decisions)
    assert [(d.doubt.kind, d.decision) for d in taken] == [("rs", "quill"), ("bracket", "sic"), ("footnote", "was calm")]
    assert {d.by for d in taken} == {"Ada Bell"}
    made = carried_out(doubtful.read_bytes(), taken, server.work._entries)
    assert not made.lost
    assert b'xml:id="quill"' in made.data


def test_work_goes_on_where_the_file_stands(desk: Desk, decisions: Path) -> None:
    first = desk()
    for n, said in ((5, "accept"), (3, "note"), (4, "accept")):
        assert decide(first, n, said).status == 200
    assert decide(first, 4, "", "accept").status == 200
    told = ask(desk(), "standing").json
    assert told["history"] == [5, 3]
    assert [told["decisions"][n] for n in (3, 4, 5)] == ["note", "", "accept"]
    assert decisions.read_bytes().count(b"\n") == 4


def test_two_windows(desk: Desk, decisions: Path) -> None:
    server = desk()
    assert decide(server, 3, "accept").status == 200
    late = decide(server, 3, "sic")
    assert (late.status, late.json["decision"]) == (409, "accept")
    assert decide(server, 3, "sic", "accept").status == 200
    assert decide(server, 3, "", "accept").status == 409
    assert [d.decision for d in written(decisions)] == ["sic"]


def by_another(decisions: Path, server: Server, n: int, said: str, *, anew: bool = False) -> None:
    """What somebody else decides, in the file or in one that takes its place."""
    taken = Decision(server.work.queue[n], said, "Karel Novotny", "2026-01-02")
    if anew:
        other = decisions.with_name("merged")
        append(other, [taken])
        other.replace(decisions)
    else:
        append(decisions, [taken])


def test_what_others_write_meanwhile_is_neither_lost_nor_overwritten(desk: Desk, decisions: Path) -> None:
    server = desk()
    assert decide(server, 3, "accept").status == 200
    by_another(decisions, server, 4, "sic")
    assert ask(server, "standing").json["decisions"][3:5] == ["accept", "sic"]
    assert ask(server, "doubt?n=4").json["decision"] == "sic"
    late = decide(server, 4, "accept")
    assert (late.status, late.json["decision"]) == (409, "sic")
    assert "by Karel Novotny" in late.json["error"]
    assert decide(server, 4, "accept", "sic").status == 200
    by_another(decisions, server, 4, "")
    assert "taken back" in decide(server, 4, "sic", "accept").json["error"]
    assert [(d.doubt.id, d.decision) for d in written(decisions)] == [(server.work.queue[3].id, "accept")]


def test_a_file_that_takes_the_place_of_the_decisions_loses_none(desk: Desk, decisions: Path) -> None:
    server = desk()
    for n, said in ((3, "accept"), (4, "accept"), (5, "accept"), (5, "")):
        assert decide(server, n, said, "accept" if not said else "").status == 200
    # of a pull request, which knew nothing of ours
    by_another(decisions, server, 3, "sic", anew=True)
    assert ask(server, "standing").json["decisions"][3:6] == ["sic", "accept", ""]
    assert [(d.doubt.id, d.decision, d.by) for d in written(decisions)] == [
        (server.work.queue[3].id, "sic", "Karel Novotny"),
        (server.work.queue[4].id, "accept", "Ada Bell"),
    ]
    decisions.unlink()
    assert ask(server, "standing").json["decisions"][3:6] == ["accept", "accept", ""]


def test_decisions_that_cannot_be_read_any_more(desk: Desk, decisions: Path) -> None:
    server = desk()
    assert decide(server, 3, "accept").status == 200
    whole = decisions.read_bytes()
    decisions.write_bytes(whole + b"<<<<<<< ours\n")
    answer = decide(server, 4, "accept")
    assert answer.status == 422
    assert "decisions.jsonl:2" in answer.json["error"]
    decisions.write_bytes(whole)
    assert decide(server, 4, "accept").status == 200
    assert len(written(decisions)) == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1.evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_other_hosts_and_origins_are_refused(desk: Desk, decisions: Path, headers: dict[str, str]) -> None:
    server = desk()
    for body in (None, {"doubt": 0, "decision": "accept", "seen": ""}):
        answer = ask(server, "decisions" if body else "", body, **headers)
        assert answer.status == 403
        assert b"Gromyko" not in answer.body
        assert server.secret.encode() not in answer.body
    assert not decisions.read_bytes()


def test_whoever_does_not_say_where_it_comes_from_decides_nothing(desk: Desk, decisions: Path) -> None:
    body = json.dumps({"doubt": 0, "decision": "accept", "seen": ""}).encode()
    assert ask(desk(), "decisions", None, "POST", Content_Length=str(len(body))).status == 403
    assert not decisions.read_bytes()


@pytest.mark.parametrize("path", ["/", "/standing", "/decisions", "/x/", "/%C3%A9/", "//", "/../"])
def test_the_secret_is_needed(desk: Desk, path: str) -> None:
    server = desk()
    assert ask(server, path).status == 403
    assert ask(server, path, {"doubt": 0, "decision": "accept", "seen": ""}).status == 403


def test_preflights_get_no_leave(desk: Desk) -> None:
    answer = ask(desk(), "decisions", None, "OPTIONS", Origin="http://evil.example", Access_Control_Request_Method="POST")
    assert answer.status == 501
    assert not [h for h in answer.headers if h.startswith("Access-Control")]


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{", {}, 400),
        (b"[" * 9000, {}, 400),
        (b"[]", {}, 400),
        (b"\xff", {}, 400),
        ({"doubt": "0", "decision": "accept", "seen": ""}, {}, 400),
        ({"doubt": True, "decision": "accept", "seen": ""}, {}, 400),
        ({"doubt": 0, "decision": None, "seen": ""}, {}, 400),
        ({"doubt": 9999, "decision": "accept", "seen": ""}, {}, 422),
        ({"doubt": -1, "decision": "accept", "seen": ""}, {}, 422),
        (b" " * 20_000, {}, 413),
        ({}, {"Content_Type": "text/plain"}, 415),
        ({}, {"Content_Length": "-1"}, 411),
    ],
)
def test_bad_requests(desk: Desk, decisions: Path, body: Any, headers: dict[str, str], status: int) -> None:
    server = desk()
    answer = ask(server, "decisions", body, **headers)
    assert answer.status == status
    assert answer.json["error"]
    assert ask(server, "standing").status == 200
    assert not decisions.read_bytes()


@pytest.mark.parametrize(("path", "status"), [("doubt", 400), ("doubt?n=-1", 400), ("doubt?n=9999", 422), ("nothing", 404), ("doubt?n=%C2%B2", 400)])
def test_bad_questions(desk: Desk, path: str, status: int) -> None:
    assert ask(desk(), path).status == status


@pytest.mark.parametrize(
    ("code", "said", "why"),
    [
        ("O001", "nobody-known", "the id of nobody"),
        ("B001", "reject", "says nothing here"),
        ("B001", "my own", "nothing else"),
        ("N002", "words that are nowhere", "does not stand once"),
    ],
)
def test_what_cannot_be_carried_out_is_refused_with_the_reason(desk: Desk, decisions: Path, code: str, said: str, why: str) -> None:
    server = desk()
    answer = decide(server, number(server, code), said)
    assert answer.status == 422
    assert why in answer.json["error"]
    assert not decisions.read_bytes()


def test_names_are_looked_up_in_the_lists_and_the_core(desk: Desk) -> None:
    server = desk()
    (quill,) = ask(server, "names?kind=person&words=ada+qu").json
    assert (quill["id"], quill["name"]) == ("quill", "Quill, Ada")
    assert EVIL in quill["note"]
    assert "gromyko" in [m["id"] for m in ask(server, "names?kind=person&words=grom").json]
    assert ask(server, "names?kind=person&words=" + "a" * 9000).json == []
    assert ask(server, "names?kind=nothing&words=a").json == []


def test_a_decision_that_cannot_be_written_is_none(desk: Desk, decisions: Path) -> None:
    server = desk()
    decisions.unlink()
    decisions.mkdir()
    answer = decide(server, 0, "accept")
    assert answer.status == 500
    assert "nothing was decided" in answer.json["error"]
    assert ask(server, "standing").status == 500
    decisions.rmdir()
    assert not any(ask(server, "standing").json["decisions"])


def test_a_file_that_changes_while_the_desk_is_open(doubtful: Path, tmp_path: Path, decisions: Path, converter: Converter) -> None:
    path = tmp_path / "telegram.xml"
    for after in (b"<TEI", doubtful.read_bytes().replace(b"of matter", b"of interest")):
        path.write_bytes(doubtful.read_bytes())
        work = Work(items([str(path)], "", "tei"), str(decisions), "Ada Bell", converter)
        path.write_bytes(after)
        with pytest.raises(Refused, match=r"telegram\.xml has changed"):
            work.shown(2)


def test_it_is_on_this_machine_alone(desk: Desk) -> None:
    server = desk()
    assert server.server_address[0] == "127.0.0.1"
    with socket.socket() as elsewhere, pytest.raises(OSError, match="refused"):
        # the loopback network has more addresses, on which nobody answers
        elsewhere.connect(("127.0.0.2", server.server_port))


def test_what_cannot_be_started(doubtful: Path, decisions: Path, converter: Converter, desk: Desk) -> None:
    with pytest.raises(BadRequest, match="cannot be used"):
        Server(desk().work, desk().server_port)
    for nobody in ("", " ", "tei-cable"):
        with pytest.raises(BadRequest, match="an editor decides"):
            Work(items([str(doubtful)], "", "tei"), str(decisions), nobody, converter)
    decisions.write_text("{")
    with pytest.raises(BadRequest, match=r"decisions\.jsonl:1"):
        Work(items([str(doubtful)], "", "tei"), str(decisions), "Ada Bell", converter)


def test_the_library_starts_it_too(doubtful: Path, decisions: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_text("<TEI")
    with tei_cable.review_serve([str(doubtful), str(tmp_path / "broken.xml")], str(decisions), resp="Ada Bell", core_authority=False) as server:
        assert [(Path(path).name, type(error)) for path, error in server.work.problems] == [("broken.xml", BadRequest)]
        assert server.work.find("grom", "person") == []
        assert server.address.startswith(f"http://127.0.0.1:{server.server_port}/")
