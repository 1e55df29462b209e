"""The machine goes off while everything of a person is handed over: each thing goes once, and the receiver is told once."""

import re
import signal
import time

from client import Client, words
from test_kill import register

LETTERS = 40
ROUNDS = 4
SECONDS_MAX = 60


def presented(server) -> None:
    """Letters that the registry presents to the leader."""
    clerk = Client(server.port).sign_in()
    for turn in range(LETTERS):
        _, path = register(clerk, f"V/v thử bàn giao lượt {turn}")
        assert path, "not registered"
        form = clerk.form(clerk.get(f"{path.split('?')[0]}/trinh"), action="/trinh")
        form.fields |= {"vai-p1001": "1", "y-kien": "Kính trình đồng chí chỉ đạo."}
        answer, location = clerk.ask("POST", form.action, form.fields)
        assert location, words(answer, 4000)


def test_a_handover_that_is_killed_goes_on_and_hands_over_once(make_server):
    server = make_server().start()
    presented(server)
    leaver = Client(server.port).sign_in("Vào vai Lãnh đạo")
    form = leaver.form(leaver.get("/ban-giao"), action="/ban-giao")
    form.fields |= {"ly-do": "retirement", "nguoi-nhan": "1002"}
    answer, location = leaver.ask("POST", form.action, form.fields)
    assert location, words(answer)
    for _ in range(ROUNDS):
        time.sleep(0.15)
        server.stop(signal.SIGKILL)
        server.start()
        cookies, leaver = leaver.cookies, Client(server.port)
        leaver.cookies = dict(cookies)
        # The same form again, as somebody does whose answer was cut: it leads to the same handover.
        _, again = leaver.ask("POST", form.action, form.fields)
        assert again == location, f"{again} instead of {location}"
    for _ in range(SECONDS_MAX * 4):
        page = leaver.get(location)
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
