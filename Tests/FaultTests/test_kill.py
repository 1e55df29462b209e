"""The machine goes off in the middle of the morning: what a clerk was told stays true."""

import itertools
import os
import random
import re
import signal
import threading
import time

from client import Client, words

ROUNDS = int(os.environ.get("CHAUBAN_FAULT_ROUNDS", "20"))
CLERKS = 8
# Each paper its own number: among tens of thousands of random ones two are equal, and such a paper is a likely duplicate.
NUMBERS = itertools.count(1)


def register(client: Client, subject: str) -> tuple[str, str | None]:
    """Sends «Vào sổ» filled as a clerk would; the answer, and where it leads when a number was taken."""
    form = client.form(client.get("/van-ban-den/vao-so"), text="Trích yếu")
    form.fields |= {
        "issuer": "Sở Xây dựng tỉnh Lâm Sơn", "numberText": str(next(NUMBERS)), "notation": "SXD-VP",
        "issuedDate": "12/11/2026", "subject": subject, "next": "show",
    }
    form.choose("type", "Công văn")
    return client.ask("POST", form.action, form.fields)


class Clerk(threading.Thread):
    """Registers one paper after the other until the server is gone; remembers every number it was told."""

    def __init__(self, port: int, name: str, cookies: dict[str, str]):
        super().__init__(name=name, daemon=True)
        self.client = Client(port)
        self.client.cookies = dict(cookies)
        self.told: dict[int, str] = {}
        self.refusals: list[str] = []

    def run(self):
        try:
            while True:
                self.register_one(len(self.told) + 1)
        except OSError:
            return
        except Exception as error:  # the kill may cut an answer anywhere
            if "IncompleteRead" not in repr(error) and "RemoteDisconnected" not in repr(error):
                self.refusals.append(repr(error))

    def register_one(self, turn: int):
        text, location = register(self.client, f"V/v thử mất điện {self.name} lượt {turn}")
        if location is None:
            self.refusals.append(words(text))
            raise OSError("refused")
        shown = self.client.get(location)
        number = re.search(r"Số đến <b[^>]*>(\d+)</b>", shown)
        if number:
            self.told[int(number[1])] = location


def test_no_number_is_lost_or_doubled_by_kills_under_load(make_server):
    server = make_server().start()
    cookies = Client(server.port).sign_in().cookies
    told: dict[int, str] = {}
    for turn in range(ROUNDS):
        clerks = [Clerk(server.port, f"{turn}-{index}", cookies) for index in range(CLERKS)]
        for clerk in clerks:
            clerk.start()
        time.sleep(random.uniform(0.3, 1.2))
        server.stop(signal.SIGKILL)
        for clerk in clerks:
            clerk.join(timeout=40)
        for clerk in clerks:
            assert not clerk.refusals, clerk.refusals
            for number, path in clerk.told.items():
                assert number not in told, f"số đến {number} được báo hai lần: {told[number]} và {path}"
                told[number] = path
        server.start()
    assert len(told) >= ROUNDS, f"chỉ {len(told)} số trong {ROUNDS} lượt: chưa thử được gì"

    reader = Client(server.port)
    reader.cookies = dict(cookies)
    for number, path in told.items():
        page = reader.get(path)
        assert re.search(rf"Số đến <b[^>]*>{number}</b>", page), f"{path} không còn là số đến {number}"
    check = reader.get(reader.link(reader.get("/so"), "Kiểm sổ"))
    assert "không thiếu, không trùng" in check, words(check)
    server.stop()
    server.command("verify")
    print(f"{ROUNDS} kills, {len(told)} numbers told, each in the book once")
