"""Letters go to a real mail server: guarded, without content, and neither lost nor doubled."""

import signal
import subprocess
import time
from datetime import datetime, timedelta, timezone

import pytest

from client import Client
from conftest import PROGRAM
from post_office import PostOffice, raw, words
from server import Server, free_port

USER, PASSWORD = "vanban", 'mật "khẩu" \\ 1'
OFFICER = "Vào vai Chuyên viên"
NUMBERS = iter(["7701", "7702", "7703", "7704", "7705", "7706"])
PUBLIC = "https://vanban.vi-du.vn"
SUBJECT = "V/v kiểm kê trữ lượng đá vôi"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mail")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )
    (folder / "password").write_text(PASSWORD + "\n")
    return folder


def start(port: int, **settings) -> Server:
    return Server(
        PROGRAM, CHAUBAN_MAIL_HOST="127.0.0.1", CHAUBAN_MAIL_PORT=str(port), CHAUBAN_MAIL_SENDER="vanban@vi-du.vn",
        CHAUBAN_PUBLIC_ADDRESS=PUBLIC, **settings,
    )


def fill(client: Client, path: str, fields: dict[str, str], action: str = "") -> str:
    form = client.form(client.get(path), action=action or path)
    form.fields |= fields
    sealed = ("ma-phien", "post", "phien-ban", "khoa-gui")
    form.fields = {name: value for name, value in form.fields.items() if name in sealed or name in fields or "thu-" in name}
    _, location = client.ask("POST", form.action, form.fields)
    assert location, (path, client.status, form.action, form.fields)
    return location


def register(server: Server) -> str:
    clerk = Client(server.port).sign_in()
    form = clerk.form(clerk.get("/van-ban-den/vao-so"), text="Trích yếu")
    form.fields |= {
        "issuer": "Sở Xây dựng tỉnh Lâm Sơn", "numberText": next(NUMBERS), "notation": "SXD-VP", "issuedDate": "12/11/2026",
        "subject": SUBJECT, "next": "show",
    }
    form.choose("type", "Công văn")
    _, location = clerk.ask("POST", form.action, form.fields)
    return location.split("?")[0]


def confirmed(client: Client, letters) -> None:
    """The person opens the link of the letter that asked, and presses the button there."""
    letter = letters.wait(1)
    assert "Xác nhận địa chỉ thư" in letter["Subject"] and letter.recipients == ["khanh@vi-du.vn"]
    path = next(line for line in words(letter).splitlines() if "xac-nhan?ma=" in line).removeprefix(PUBLIC)
    assert "chưa được xác nhận" in client.get("/tai-khoan/thong-bao")
    form = client.form(client.get(path), action="/tai-khoan/thong-bao/xac-nhan")
    client.ask("POST", form.action, form.fields)
    assert "chưa được xác nhận" not in client.get("/tai-khoan/thong-bao")
    letters.taken.clear()


def direct(server: Server, document: str, text: str) -> None:
    """The leader names every post of the body that the form offers and that has an address: the officer's alone."""
    leader = Client(server.port).sign_in("Vào vai Lãnh đạo")
    post = server.rows(
        "SELECT p.id FROM posts p JOIN notification_addresses a ON a.person_id = p.person_id")[0]
    fill(leader, f"{document}/but-phe", {"y-kien": text, f"vai-p{post}": "lead"}, action="/but-phe")


def test_letters_reach_their_reader_without_content(certificate):
    port = free_port()
    server = start(
        port, CHAUBAN_MAIL_SECURITY="starttls", CHAUBAN_MAIL_USER=USER,
        CHAUBAN_MAIL_PASSWORD_FILE=str(certificate / "password"),
        CHAUBAN_MAIL_CERTIFICATES=str(certificate / "certificate.pem"),
    ).start()
    office = PostOffice(port, certificate / "certificate.pem", certificate / "key.pem", USER, PASSWORD)
    try:
        with office as letters:
            officer = Client(server.port).sign_in(OFFICER)
            fill(officer, "/tai-khoan/thong-bao", {"dia-chi": "khanh@vi-du.vn"})
            confirmed(officer, letters)
            first, second = register(server), register(server)
            direct(server, first, "Giao xử lý gấp")
            letter = letters.wait(1)
            assert letter.was_secret and letter.who == USER and letter.recipients == ["khanh@vi-du.vn"]
            assert "1 thông báo mới" in letter["Subject"] and "https://vanban.vi-du.vn/thong-bao" in words(letter)
            for secret in (SUBJECT, "Sở Xây dựng", "SXD-VP", "Giao xử lý gấp"):
                assert secret not in raw(letter), f"«{secret}» đi theo thư"

            # Refused for good: seen on the health page, and sent once an administrator asks.
            letters.refuses = True
            direct(server, second, "Giao tiếp")
            administrator = Client(server.port).sign_in("Vào vai Quản trị")
            for _ in range(60):
                page = administrator.get("/quan-tri/suc-khoe")
                if "1 thư không gửi được" in page:
                    break
                time.sleep(1)
            assert "mã 550" in page and "Gửi lại" in page
            letters.refuses = False
            form = administrator.form(page, action="/quan-tri/thu/gui-lai")
            administrator.ask("POST", form.action, form.fields)
            letters.wait(2)
            assert "1 thư không gửi được" not in administrator.get("/quan-tri/suc-khoe")
    finally:
        server.remove()


def test_a_letter_survives_a_dead_mail_server_and_a_kill():
    port = free_port()
    server = start(port, CHAUBAN_MAIL_SECURITY="none").start()
    try:
        officer = Client(server.port).sign_in(OFFICER)
        fill(officer, "/tai-khoan/thong-bao", {"dia-chi": "khanh@vi-du.vn"})
        # The mail server is away from the start, so no letter could be answered.
        server.stop()
        server.execute("UPDATE notification_addresses SET confirmed_at = 1")
        server.execute("DELETE FROM mails")
        server.start()
        direct(server, register(server), "Giao xử lý")
        for _ in range(600):
            if server.rows("SELECT last_error FROM mails WHERE attempts = 1 AND last_error IS NOT NULL"):
                break
            time.sleep(0.1)
        server.stop()
        server.execute("UPDATE mails SET next_at = 0")
        office = PostOffice(port)
        with office as letters:
            letters.may_answer.clear()
            server.start()
            assert letters.arriving.wait(60), "thư không đến khi máy chủ thư đã lên"
            # The mail server has it, and the machine goes off before it could say so.
            server.stop(signal.SIGKILL)
            letters.may_answer.set()
            server.execute("UPDATE mails SET next_at = 0")
            server.start()
            again = letters.wait(2)
            assert again["Message-ID"] == letters.taken[0]["Message-ID"], "hai bản của một thư mang một mã"
            for _ in range(100):
                if server.rows("SELECT id FROM mails WHERE state = 'sent'"):
                    break
                time.sleep(0.1)
            assert len(letters.taken) == 2
            assert server.rows("SELECT COUNT(*) FROM mails") == ["1"]
    finally:
        server.remove()


def begin_the_day(server: Server) -> None:
    """It is a working day, whatever day it is, its office hours have begun, and its letters are not written yet."""
    today = datetime.now(timezone(timedelta(hours=7))).date()
    server.execute(
        "INSERT INTO calendar_years (agency_id, year, marks, notice, is_confirmed, version)"
        f" SELECT id, {today.year}, '{today} worked Làm bù', '', 1, 1 FROM agencies WHERE true"
        " ON CONFLICT (agency_id, year) DO UPDATE SET marks = excluded.marks")
    server.execute(
        "INSERT INTO office_hours SELECT id, 0, 720, 780, 1020, 1 FROM agencies WHERE true"
        " ON CONFLICT (agency_id) DO UPDATE SET morning_begins = 0")
    server.execute("DELETE FROM mail_digests")


def test_the_letter_of_the_day_counts_what_is_unread():
    """One letter, with numbers and no word of a document, however often the job looks."""
    port = free_port()
    server = start(port, CHAUBAN_MAIL_SECURITY="none").start()
    try:
        with PostOffice(port) as letters:
            officer = Client(server.port).sign_in(OFFICER)
            fill(officer, "/tai-khoan/thong-bao", {"dia-chi": "khanh@vi-du.vn", "thu-work.given": "digest"})
            confirmed(officer, letters)
            for _ in range(2):
                direct(server, register(server), "Giao xử lý trong tuần")
            server.stop()
            begin_the_day(server)
            server.start()
            letter = letters.wait(1, seconds=150)
            assert letter["Subject"].startswith("Đầu ngày: 2 thông báo"), letter["Subject"]
            assert "Việc giao cho tôi: 2" in words(letter) and f"{PUBLIC}/thong-bao" in words(letter)
            for secret in (SUBJECT, "Sở Xây dựng", "SXD-VP", "Giao xử lý"):
                assert secret not in raw(letter), f"«{secret}» đi theo thư"
            assert server.rows("SELECT kind FROM mails") == ["confirmation", "digest"], "việc giao không đi thành thư riêng"
    finally:
        server.remove()
