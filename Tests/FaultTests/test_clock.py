"""The machine's clock is set back, while the program runs and while it does not: nothing repeats, nothing is lost, nobody gets in."""

import re
import subprocess
import time
from pathlib import Path

import pytest
from client import Client, words
from test_full_disk import number_of
from test_kill import register

SOURCE = Path(__file__).with_name("clock.c")
DAY = 86_400


class Clock:
    """What the program takes for the time: the machine's, moved by some seconds."""

    def __init__(self, folder: Path):
        self.file = folder / "clock"
        self.library = folder / "clock.so"
        subprocess.run(["clang", "-shared", "-fPIC", "-O1", "-o", self.library, SOURCE], check=True)
        self.set(0)

    def set(self, seconds: int) -> None:
        self.file.write_text(f"{seconds}\n")

    @property
    def environment(self) -> dict[str, str]:
        return {"LD_PRELOAD": str(self.library), "CHAUBAN_CLOCK_FILE": str(self.file)}


@pytest.fixture
def clock(tmp_path):
    return Clock(tmp_path)


def register_one(client: Client, subject: str) -> tuple[int, int]:
    """The number taken and the key of the document."""
    text, location = register(client, subject)
    assert location is not None, f"{client.status}: {words(text)}"
    return number_of(client.get(location)), int(location.rsplit("/", 1)[1])


def is_locked(client: Client) -> bool:
    return "<title>Màn hình đã khóa" in client.get("/van-ban-den")


def test_a_clock_set_back_repeats_nothing_and_loses_nothing(make_server, clock):
    server = make_server(**clock.environment).start()
    client = Client(server.port).sign_in()
    made = [register_one(client, "V/v trước khi lùi đồng hồ") for _ in range(3)]
    yesterday_form = client.form(client.get("/van-ban-den/vao-so"), text="Trích yếu")

    # While the program runs. Whoever was signed in proves who they are again.
    clock.set(-2 * DAY)
    assert is_locked(client)
    client = Client(server.port).sign_in()
    made += [register_one(client, "V/v đồng hồ lùi lúc đang chạy") for _ in range(3)]
    yesterday_form.fields |= {
        "ma-phien": client.form(client.get("/van-ban-den/vao-so"), text="Trích yếu").fields["ma-phien"],
        "issuer": "Sở Xây dựng tỉnh Lâm Sơn", "numberText": "77", "notation": "SXD-VP", "subject": "V/v ngày đến chưa tới",
    }
    yesterday_form.choose("type", "Công văn")
    text, location = client.ask("POST", yesterday_form.action, yesterday_form.fields)
    assert location is None and client.status == 422
    assert re.search(r"Ngày đến \d\d/\d\d/\d{4} chưa tới: theo đồng hồ máy chủ, hôm nay là", words(text, 20_000)), words(text)
    deadline = time.monotonic() + 45
    while server.rows("SELECT entry_id FROM audit_unsealed"):
        assert time.monotonic() < deadline, "nhật ký không được niêm phong nữa sau khi lùi đồng hồ"
        time.sleep(0.5)

    # While it does not.
    server.stop()
    clock.set(-3 * DAY)
    server.start()
    client = Client(server.port).sign_in()
    made += [register_one(client, "V/v đồng hồ lùi lúc đã tắt") for _ in range(3)]

    # And right again.
    clock.set(0)
    client = Client(server.port).sign_in()
    made += [register_one(client, "V/v đồng hồ đã đúng lại") for _ in range(3)]

    numbers, keys = [number for number, _ in made], [key for _, key in made]
    assert numbers == list(range(numbers[0], numbers[0] + len(made))), numbers
    assert keys == sorted(set(keys)), "khóa bản ghi lặp lại hoặc lùi"
    check = client.get(client.link(client.get("/so"), "Kiểm sổ"))
    assert "không thiếu, không trùng" in check, words(check)
    server.stop()
    server.command("verify")


def test_a_session_locks_by_the_new_clock(make_server, clock):
    server = make_server(**clock.environment).start()
    clock.set(-2 * DAY)
    client = Client(server.port).sign_in()
    assert not is_locked(client)
    clock.set(-2 * DAY + 3600)
    assert is_locked(client), "phiên không khóa sau một giờ bỏ không"
