"""The machine goes off while documents get numbers and are issued: nothing is numbered twice, nothing is half issued, and
no agency has two packets of one document."""

import itertools
import os
import random
import re
import signal
import threading
import time

from broken_papers import letter
from client import Client, words

ROUNDS = max(3, int(os.environ.get("CHAUBAN_FAULT_ROUNDS", "20")) // 4)
READY = 8
NUMBERING = "/van-ban-di/cap-so"
BELOW = "Cục Địa chất miền Bắc"
SUBJECTS = itertools.count(1)


def number(client: Client, subject: str, file: bytes | None = None) -> tuple[str, str | None]:
    """Sends «Cấp số» filled as a clerk would, with or without the scan."""
    form = client.form(client.get(NUMBERING), text="Trích yếu")
    form.choose("loai", "Công văn")
    form.choose("don-vi", "Vụ Khoáng sản")
    form.fields |= {
        "nguoi-ky": "Trần Văn Quang", "chuc-vu": "Tổng cục trưởng", "trich-yeu": subject, "noi-nhan": BELOW,
        "khong-mat": "1",
    }
    form.fields.pop("file", None)
    files = [("cong-van.pdf", [file], len(file))] if file else []
    return client.upload(form.action, form.fields, files, field="file")


class Desk(threading.Thread):
    """Does one thing after the other until the server is gone; remembers what it was told."""

    def __init__(self, port: int, cookies: dict[str, str]):
        super().__init__(daemon=True)
        self.client = Client(port)
        self.client.cookies = dict(cookies)
        self.told: list[str] = []
        self.refusals: list[str] = []

    def run(self):
        try:
            self.work()
        except OSError:
            return
        except Exception as error:  # the kill may cut an answer anywhere
            if "IncompleteRead" not in repr(error) and "RemoteDisconnected" not in repr(error):
                self.refusals.append(repr(error))

    def keep(self, text: str, location: str | None):
        if location is None:
            self.refusals.append(words(text))
            raise OSError("refused")
        self.told.append(location.split("?")[0])


class Numbering(Desk):
    def work(self):
        while True:
            self.keep(*number(self.client, f"V/v thử mất điện khi cấp số lượt {next(SUBJECTS)}"))


class Issuing(Desk):
    """Issues what is ready."""

    def __init__(self, port: int, cookies: dict[str, str], ready: list[str]):
        super().__init__(port, cookies)
        self.ready = ready

    def work(self):
        for path in self.ready:
            form = self.client.form(self.client.get(path), action=f"{path}/phat-hanh")
            self.keep(*self.client.ask("POST", form.action, form.fields))


def make_ready(server, client: Client) -> list[str]:
    """Numbered letters, each with a file of its own that was read."""
    paths = []
    for _ in range(READY):
        turn = next(SUBJECTS)
        # Bytes behind the end make each file another one; readers do not look there.
        text, location = number(client, f"V/v thử mất điện khi phát hành lượt {turn}", letter() + b"%% %d\n" % turn)
        assert location, words(text)
        paths.append(location.split("?")[0])
    for _ in range(240):
        if server.rows("SELECT COUNT(*) FROM outgoing_files WHERE state = 'waiting'") == ["0"]:
            return paths
        time.sleep(0.25)
    raise AssertionError("tệp chưa đọc xong")


def test_nothing_is_numbered_twice_or_half_issued(make_server):
    server = make_server().start()
    client = Client(server.port).sign_in()
    cookies = client.cookies
    numbered: set[str] = set()
    issued: set[str] = set()
    for _ in range(ROUNDS):
        ready = make_ready(server, client)
        numbered.update(ready)
        desks = [Numbering(server.port, cookies) for _ in range(2)]
        desks += [Issuing(server.port, cookies, ready[turn::2]) for turn in range(2)]
        for desk in desks:
            desk.start()
        time.sleep(random.uniform(0.1, 0.6))
        server.stop(signal.SIGKILL)
        for desk in desks:
            desk.join(timeout=40)
            assert not desk.refusals, desk.refusals
        for desk in desks[:2]:
            assert not numbered & set(desk.told), "một số được báo hai lần"
            numbered.update(desk.told)
        for desk in desks[2:]:
            issued.update(desk.told)
        server.start()
        client = Client(server.port)
        client.cookies = dict(cookies)
    assert len(numbered) > ROUNDS * READY and issued, f"{len(numbered)} số, {len(issued)} lần phát hành: chưa thử được gì"

    keys = {row for row in server.rows("SELECT id FROM outgoing_documents")}
    assert {path.rsplit("/", 1)[1] for path in numbered} <= keys, "số đã báo mà không còn"
    known = {row for row in server.rows("SELECT id FROM outgoing_documents WHERE state = 'issued'")}
    assert {path.rsplit("/", 1)[1] for path in issued} <= known, "đã báo phát hành mà không phải"
    halves = """SELECT d.id, d.state, COUNT(p.id) FROM outgoing_documents d
        JOIN outgoing_recipients r ON r.document_id = d.id AND r.agency_id IS NOT NULL
        LEFT JOIN packets p ON p.document_id = d.id
        WHERE d.subject LIKE 'V/v thử mất điện%' GROUP BY d.id, d.state
        HAVING COUNT(p.id) <> CASE WHEN d.state = 'issued' THEN 1 ELSE 0 END"""
    assert server.rows(halves) == [], "phát hành dở dang hoặc hai gói tin"
    book = client.get("/van-ban-di")
    path = re.search(r'href="(/so/\d+)"', book)[1]
    check = client.get(f"{path}/kiem-so")
    assert "không thiếu, không trùng" in check, words(check)
    server.stop()
    server.command("verify")
    print(f"{ROUNDS} kills, {len(numbered)} numbers told, {len(issued)} issues told, none halved")
