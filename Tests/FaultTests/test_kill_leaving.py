"""The machine goes off while everything of a person is handed over: each thing goes once, and the receiver is told once."""

import re
import signal
import time

from client import Client, words
from test_kill import register

LETTERS = 40
ROUNDS = 4
SECONDS_MAX = 60


def given_to_the_officer(server) -> None:
    """Letters that the leader gives to the officer of the minerals unit."""
    clerk = Client(server.port).sign_in()
    leader = Client(server.port).sign_in("Vào vai Lãnh đạo")
    for turn in range(LETTERS):
        _, path = register(clerk, f"V/v thử bàn giao lượt {turn}")
        assert path, "not registered"
        path = path.split("?")[0]
        form = leader.form(leader.get(f"{path}/but-phe"), action="/but-phe")
        form.fields |= {"y-kien": "Giao đồng chí Khánh tham mưu.", "vai-p1009": "lead"}
        answer, location = leader.ask("POST", form.action, form.fields)
        assert location, words(answer)


def test_a_handover_that_is_killed_goes_on_and_hands_over_once(make_server):
    server = make_server().start()
    given_to_the_officer(server)
    officer = Client(server.port).sign_in("Vào vai Chuyên viên")
    form = officer.form(officer.get("/ban-giao"), action="/ban-giao")
    form.fields |= {"ly-do": "retirement", "nguoi-nhan": "1010"}
    answer, location = officer.ask("POST", form.action, form.fields)
    assert location, words(answer)
    for _ in range(ROUNDS):
        time.sleep(0.15)
        server.stop(signal.SIGKILL)
        server.start()
        # The same form again, as somebody does whose answer was cut: it leads to the same handover.
        _, again = officer.ask("POST", form.action, form.fields)
        assert again == location, f"{again} instead of {location}"
    for _ in range(SECONDS_MAX * 4):
        page = officer.get(location)
        if "Đã bàn giao lúc" in page:
            break
        time.sleep(0.25)
    assert "Đã bàn giao lúc" in page, words(page)
    assert re.search(rf"Đã bàn giao[^<]*<span class=\"count\">{LETTERS}</span>", page), words(page)
    outcomes = server.rows("SELECT outcome, COUNT(*) FROM handover_lines GROUP BY outcome")
    assert outcomes == [f"done|{LETTERS}"], outcomes
    moves = server.rows("SELECT COUNT(*) FROM audit_entries WHERE code = 'incomingDocument.workHandedOver'")
    assert moves == [str(LETTERS)], moves
    told = server.rows("SELECT COUNT(*) FROM notifications WHERE event = 'handover.received'")
    assert told == ["1"], told
    server.stop()
    server.command("verify")
