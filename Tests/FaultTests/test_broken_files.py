"""Broken files over HTTP: each is refused in plain words or kept as unreadable, nothing half-stored stays, the server lives."""

import os
import secrets
import time
from dataclasses import dataclass

import broken_papers as papers
import pytest
from broken_papers import letter
from client import Client, words
from conftest import PROGRAM
from server import Server
from test_kill import ROUNDS, register

WAITING = "/van-ban-den/cho"
MEBIBYTE = 1 << 20
# What taking in one broken file may add to the server's memory, at its peak.
GROWTH_MEBIBYTES_MAX = 48
LIMIT_MEGABYTES = 8
READING_SECONDS_MAX = 90


@dataclass
class Broken:
    """A file that must not be taken: what it is called and what the clerk reads about it."""

    name: str
    make: object
    says: str


REFUSED = [
    Broken("cat-cut.pdf", lambda folder: letter(pages=3)[:-400], "bị cắt cụt"),
    Broken("ruot-hong.pdf", lambda folder: b"%PDF-1.7\n" + b"\x00\xff" * 4000 + b"\n%%EOF\n", "bị hỏng"),
    Broken("khoa.pdf", papers.encrypted, "có mật khẩu"),
    Broken("rong.pdf", lambda folder: b"", "rỗng (0 byte)"),
    Broken("doi-duoi.docx", lambda folder: letter(), "thực ra là PDF, không phải Word"),
    Broken("chuong-trinh.pdf", lambda folder: b"MZ\x90\x00" + b"\x00" * 5000, "thực ra là chương trình chạy được"),
    Broken("trang-mang.pdf", lambda folder: b"<!DOCTYPE html><p>404</p>", "thực ra là trang HTML"),
    Broken("van-trang.pdf", lambda folder: letter(pages=10_000), "10.000 trang"),
    Broken("bom.docx", lambda folder: papers.docx(folder / "bom.docx", filler_mebibytes=400), "không an toàn"),
    Broken("cut.docx", lambda folder: papers.docx(folder / "cut.docx", text="a" * 9000)[:-60], "bị cắt cụt"),
    Broken("qua-nang.pdf", lambda folder: letter() + b"%" * (LIMIT_MEGABYTES * MEBIBYTE), f"lớn hơn {LIMIT_MEGABYTES} MB"),
]


@pytest.fixture(scope="module")
def server():
    database = os.environ.get("CHAUBAN_TEST_DATABASE")
    server = Server(PROGRAM, database=database, CHAUBAN_UPLOAD_MEGABYTES=str(LIMIT_MEGABYTES))
    yield server.start()
    server.remove()


@pytest.fixture(scope="module")
def cookies(server):
    """Signed in, and the program has done once what it will be measured at."""
    client = Client(server.port).sign_in()
    send(client, "khoi-dong.pdf", letter())
    discard(client, server)
    return client.cookies


@pytest.fixture
def client(server, cookies):
    client = Client(server.port, timeout=90)
    client.cookies = dict(cookies)
    return client


def send(client: Client, name: str, data: bytes) -> tuple[str, str | None]:
    form = client.form(client.get(WAITING), action=WAITING)
    return client.upload(form.action, form.fields, [(name, [data], len(data))])


def state(server: Server) -> str:
    found = server.rows("SELECT state FROM waiting_papers")
    assert len(found) <= 1, found
    return found[0] if found else ""


def read_through(server: Server) -> str:
    """How the reading of the one waiting paper ended."""
    deadline = time.monotonic() + READING_SECONDS_MAX
    while state(server) == "reading":
        assert time.monotonic() < deadline, f"đọc tệp không dừng: {server.rows('SELECT state, last_error FROM jobs')}"
        time.sleep(0.2)
    return state(server)


def discard(client: Client, server: Server) -> None:
    form = client.form(client.get(WAITING), action="/bo")
    client.ask("POST", form.action, form.fields)
    assert_nothing_is_left(server)


def assert_nothing_is_left(server: Server) -> None:
    # A page image that is still being made lies there for a moment.
    deadline = time.monotonic() + 10
    while server.files("staging") and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [path.name for path in server.files("staging")] == []
    assert server.rows("SELECT file_name FROM waiting_papers") == []
    kept = {path.parent.name + path.name for path in server.files("vault")}
    assert kept == set(server.rows("SELECT hash FROM stored_files")), "kho tệp và bảng tệp không khớp"


def assert_still_works(client: Client, server: Server) -> None:
    """The next sound file is taken, read and registered."""
    number = secrets.randbelow(10**9)
    _, location = send(client, f"tot-{number}.pdf", letter() + b"%% %d\n%%%%EOF\n" % number)
    assert location is not None, words(client.get(WAITING))
    assert read_through(server) == "read"
    form = client.form(client.get(WAITING + "?tiep=1"), text="Trích yếu")
    form.fields |= {
        "issuer": "Sở Xây dựng tỉnh Lâm Sơn", "numberText": str(number), "notation": "SXD-VP", "issuedDate": "12/11/2026",
        "subject": "V/v tệp tốt sau tệp hỏng", "next": "show",
    }
    form.choose("type", "Công văn")
    text, location = client.ask("POST", form.action, form.fields)
    assert location is not None, words(text)
    assert "Số đến" in words(client.get(location))
    assert_nothing_is_left(server)


@pytest.mark.parametrize("broken", REFUSED, ids=lambda broken: broken.name)
def test_a_broken_file_is_refused_in_plain_words(broken, server, client, tmp_path):
    data = broken.make(tmp_path)
    before = server.forget_peak()
    text, location = send(client, broken.name, data)
    assert location is None and client.status == 422, f"{client.status}: {words(text)}"
    told = words(text)
    assert broken.says in told and broken.name in told, told
    assert server.mebibytes("VmHWM") - before < GROWTH_MEBIBYTES_MAX
    assert_nothing_is_left(server)
    text, location = register(client, "V/v sổ vẫn mở sau tệp hỏng")
    assert location is not None, words(text)


def test_a_sound_file_beside_a_broken_one_is_kept(server, client):
    form = client.form(client.get(WAITING), action=WAITING)
    sound = letter()
    text, location = client.upload(form.action, form.fields, [("tot.pdf", [sound], len(sound)), ("rong.pdf", [], 0)])
    assert location is None and client.status == 422
    assert "rỗng (0 byte)" in words(text) and "tot.pdf" in words(text)
    assert len(server.files("staging")) == 1
    assert read_through(server) == "read"
    discard(client, server)


@pytest.mark.skipif("CHAUBAN_TEST_DATABASE" in os.environ, reason="công cụ đọc tệp không biết cơ sở dữ liệu")
@pytest.mark.parametrize(
    ("name", "make", "endings"),
    [
        ("trang-khong-lo.pdf", lambda folder: letter(size=(14_400_000, 144_000)), {"read", "unreadable"}),
        pytest.param(
            "chu-vo-tan.pdf", lambda folder: letter(content=papers.unfolding(2000, papers.CROWDED)), {"unreadable"},
            marks=pytest.mark.skipif(ROUNDS <= 20, reason="đến giới hạn thời gian của công cụ: nửa phút"),
        ),
        ("thuc-the-ngoai.docx", lambda folder: papers.reaching_out(folder / "x.docx", folder / "bi-mat.txt"), {"read", "unreadable"}),
        ("cuoi-mai.docx", lambda folder: papers.laughing(folder / "x.docx"), {"read", "unreadable"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_defeats_the_tools_is_kept_as_it_is_and_harms_nothing(name, make, endings, server, client, tmp_path):
    secret = f"chuyen-noi-bo-{secrets.token_hex(8)}"
    (tmp_path / "bi-mat.txt").write_text(secret)
    os.chmod(tmp_path, 0o755)
    before = server.forget_peak()
    text, location = send(client, name, make(tmp_path))
    assert location == WAITING or client.status == 422, f"{client.status}: {words(text)}"
    if location == WAITING:
        ending = read_through(server)
        assert ending in endings, ending
        page = client.get(WAITING)
        assert name in words(page)
        if ending == "unreadable":
            assert "không" in words(page) and client.status == 200
        found = server.rows("SELECT content FROM waiting_pages") + [
            path.read_bytes().decode(errors="replace") for path in server.files("derivatives")
        ]
        assert not any(secret in text for text in found), "tệp gửi lên đọc được tệp của máy chủ"
        paper = server.rows("SELECT id FROM waiting_papers")[0]
        client.ask("GET", f"{WAITING}/{paper}/trang/1")
        assert client.status in (200, 404), client.status
        discard(client, server)
    assert server.mebibytes("VmHWM") - before < GROWTH_MEBIBYTES_MAX
    assert_nothing_is_left(server)
    assert_still_works(client, server)
