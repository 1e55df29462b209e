"""Two server processes on one PostgreSQL and one data folder: whichever answers, it is one office. SQLite has one server."""

import http.client
import json
import os
import re
import signal
import subprocess
import threading
import time

import pytest

from broken_papers import scanned_letter
from client import Client, words
from conftest import PROGRAM
from test_kill import register

HAS_POSTGRES = bool(os.environ.get("CHAUBAN_TEST_DATABASE"))
CLERKS, TURNS = 8, 6


@pytest.fixture
def pair(make_server):
    """Two running servers over the same data."""
    first = make_server().start()
    second = first.twin().start()
    yield first, second
    second.stop()


def at(server, other: Client) -> Client:
    """The same session at another server."""
    client = Client(server.port)
    client.cookies = dict(other.cookies)
    return client


def told_number(client: Client, location: str) -> int:
    return int(re.search(r"Số đến <b[^>]*>(\d+)</b>", client.get(location))[1])


def requires_whole_book(client: Client) -> None:
    check = client.get(client.link(client.get("/so"), "Kiểm sổ"))
    assert "không thiếu, không trùng" in check, words(check)


if not HAS_POSTGRES:

    def test_a_second_server_on_one_sqlite_file_is_refused(make_server):
        first = make_server().start()
        second = first.twin()
        done = subprocess.run([PROGRAM, "serve"], env=second.environment, capture_output=True, text=True, timeout=60)
        assert done.returncode != 0
        assert "chỉ một máy chủ được chạy" in done.stderr, done.stderr
        # Commands may run beside it, and the place is free again however the server ended.
        first.command("verify")
        first.stop(signal.SIGKILL)
        first.start()
        Client(first.port).sign_in()

else:

    def test_requests_that_alternate_take_each_number_once(pair):
        clients = [Client(pair[0].port).sign_in()]
        told: list[int] = []
        failures: list[str] = []

        def clerk(index: int) -> None:
            for turn in range(TURNS):
                here, there = at(pair[turn % 2], clients[0]), at(pair[(turn + 1) % 2], clients[0])
                text, location = register(here, f"V/v hai máy chủ, văn thư {index} lượt {turn}")
                if location is None:
                    failures.append(words(text))
                else:
                    told.append(told_number(there, location))

        threads = [threading.Thread(target=clerk, args=(index,)) for index in range(CLERKS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failures, failures
        assert len(told) == len(set(told)) == CLERKS * TURNS
        for server in pair:
            requires_whole_book(at(server, clients[0]))
        assert pair[0].rows("SELECT COUNT(DISTINCT MOD(id, 8)) FROM incoming_documents") == ["2"], "one server wrote everything"

    def test_sessions_search_and_badges_are_the_same_at_both(pair):
        here = Client(pair[0].port).sign_in()
        there = at(pair[1], here)
        stream = http.client.HTTPConnection("127.0.0.1", pair[1].port, timeout=20)
        stream.request("GET", "/thay-doi", headers={"Cookie": there.cookie, "Accept": "text/event-stream"})
        events = stream.getresponse()
        before = next_count(events)
        _, location = register(here, "V/v kiểm kê tài sản công ở hai máy chủ")
        assert location
        assert "kiểm kê tài sản công" in words(there.get("/tra-cuu?q=kiem+ke+hai+may+chu"), 5000)
        # A paper without a file waits for one: the clerk's work grew by it, also on the page open at the other server.
        # It waits for its file and to be presented, and counts once.
        assert next_count(events) == before + 1
        stream.close()
        form = here.form(here.get("/viec-cua-toi"), action="/dang-xuat")
        here.ask("POST", form.action, form.fields)
        _, location = there.ask("GET", "/van-ban-den")
        assert location and location.startswith("/dang-nhap"), f"{there.status}: still signed in at the other server"

    def test_a_killed_server_leaves_its_work_to_the_other(pair, tmp_path):
        here = Client(pair[0].port).sign_in()
        there = at(pair[1], here)
        form = here.form(here.get("/van-ban-den/cho"), action="/van-ban-den/cho")
        letter = scanned_letter(tmp_path)
        for number in range(4):
            data = letter + b"\n%% copy %d\n%%%%EOF\n" % number
            _, location = here.upload(form.action, form.fields, [(f"ban-quet-{number}.pdf", [data], len(data))])
            assert location, here.status
        running = "SELECT COUNT(*) FROM jobs WHERE state = 'running' AND is_scheduled = 0"
        wait_for(lambda: pair[0].rows(running) == ["2"], 30, "both servers read")
        pair[0].stop(signal.SIGKILL)
        _, location = register(there, "V/v máy chủ kia đã tắt")
        assert location
        # What the killed one held is taken over when its lease ends, half a minute later.
        unread = "SELECT COUNT(*) FROM waiting_papers WHERE state = 'reading'"
        wait_for(lambda: pair[1].rows(unread) == ["0"], 150, "all papers read by the one that is left")
        states = pair[1].rows("SELECT DISTINCT state FROM waiting_papers")
        assert states == ["read"], states
        requires_whole_book(there)
        pair[0].start()
        assert told_number(at(pair[0], here), location) > 0
        pair[1].stop()
        pair[1].command("verify")


def next_count(events: http.client.HTTPResponse) -> int:
    """The next count of «Việc của tôi» that an open page is told."""
    while True:
        line = events.readline().decode()
        assert line, "the stream ended"
        told = json.loads(line[6:]) if line.startswith("data: ") else {}
        if told.get("badge") == "myWork":
            return told["count"]


def wait_for(is_so, seconds: float, what: str) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"not within {seconds} s: {what}"
        time.sleep(0.1)
