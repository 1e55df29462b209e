"""The interface for programs: the commands of its guides as they stand there, its pace, and what the log says of it."""

import html
import re
import subprocess
from pathlib import Path

import pytest

from conftest import PROGRAM
from papers import word
from programs import Program, access_token
from server import ROOT, Server

GUIDES = {"docs/huong-dan/api.md": "MA", "docs/api.md": "TOKEN"}
PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n" \
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.mark.parametrize("guide", GUIDES)
def test_a_stranger_gets_along_with_the_guide_alone(guide, tmp_path):
    """Every command of the guide, in its order and in one shell, against a fresh server; only address and token are ours."""
    server = Server(PROGRAM).start()
    try:
        blocks = re.findall(r"```sh\n(.*?)```", (ROOT / guide).read_text(), re.S)
        commands = [block for block in blocks if "export " not in block]
        assert len(commands) >= 8 and len(commands) == len(blocks) - 1
        for name in ("152.pdf", "phu-luc.pdf", "annex.pdf", "letter.pdf", "cong-van.pdf"):
            (tmp_path / name).write_bytes(PAPER + name.encode())
        (tmp_path / "du-thao.docx").write_bytes(word("Kính gửi: Cục Địa chất miền Bắc"))
        script = "\n".join([
            "set -euo pipefail", 'curl() { command curl --silent --show-error --fail-with-body "$@"; echo; }',
            f"export CHAUBAN={server.address} {GUIDES[guide]}={access_token(server)}", *commands,
        ])
        done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr
        rows = server.rows("SELECT arrival_number, state, file_count, signer_name FROM incoming_documents ORDER BY id")
        assert rows == ["1|cancelled|2|Trần Văn Nam", "2|registered|0|"]
        assert server.rows("SELECT progress, latest_version FROM drafts") == ["drafting|1"]
        assert server.rows("SELECT number, state FROM outgoing_documents") == ["1|issued"]
        sent = server.rows("SELECT name, state, proof FROM outgoing_recipients ORDER BY position")
        assert sent == ["Cục Địa chất miền Bắc|sent|", "Sở Xây dựng tỉnh Trường Sơn|sent|EA123456789VN"]
        assert '"arrivalNumber":1' in (tmp_path / ("van-ban.json" if GUIDES[guide] == "MA" else "document.json")).read_text()
        assert '"subject":"Về việc giao dự toán năm 2027"' in done.stdout.splitlines()[-1]
    finally:
        server.remove()


def test_the_commands_of_the_page_in_the_product_work_as_they_stand(tmp_path):
    """In their order and in one shell, on the page's own addresses; only the token is ours."""
    server = Server(PROGRAM).start()
    try:
        page = subprocess.run(["curl", "-s", f"{server.address}/api"], capture_output=True, text=True, check=True).stdout
        assert "/api/v1/openapi.json" in page and 'lang="en"' in page
        commands = [html.unescape(found) for found in re.findall(r"<pre[^>]*><code>(.*?)</code>", page, re.S)]
        assert commands[0].startswith("export MA=") and len(commands) == 4
        (tmp_path / "152.pdf").write_bytes(PAPER)
        script = "\n".join([
            "set -euo pipefail", 'curl() { command curl --silent --show-error --fail-with-body "$@"; echo; }',
            f"export MA={access_token(server)}", *commands[1:],
        ])
        done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr
        rows = server.rows("SELECT arrival_number, file_count, signer_name FROM incoming_documents")
        assert rows == ["1|1|Trần Văn Nam"]
    finally:
        server.remove()


def test_too_fast_is_told_with_the_time_to_wait():
    server = Server(PROGRAM, CHAUBAN_API_REQUESTS="5").start()
    try:
        program = Program(server, access_token(server))
        for left in range(4, -1, -1):
            program.ask("GET", "/me")
            assert program.status == 200 and program.headers["RateLimit-Limit"] == "5"
            assert int(program.headers["RateLimit-Remaining"]) >= left
        answers = []
        while 429 not in answers and len(answers) < 10:
            problem = program.ask("GET", "/me")
            answers.append(program.status)
        assert answers[-1] == 429 and problem["type"].endswith("too-many-requests")
        assert 1 <= int(program.headers["Retry-After"]) <= 12
    finally:
        server.remove()


def test_the_log_names_the_token_by_its_key_and_nothing_of_what_was_sent(server):
    token = access_token(server)
    program = Program(server, token)
    program.create("/incoming-documents", {"issuer": "Bộ Tài chính", "type": "congVan", "subject": "Việc chỉ có ở đây"})
    assert program.status == 201
    log = server.log.read_text(errors="replace")
    line = next(line for line in reversed(log.splitlines()) if "route=/api/v1/incoming-documents" in line)
    assert re.search(r"token=\d+", line)
    assert token[-30:] not in log and "chỉ có ở đây" not in log


@pytest.mark.parametrize("width", [1440, 360])
def test_a_person_makes_a_token_and_takes_it_back(window, server, width):
    """In the browser, with the keyboard where it matters: shown once, then refused."""
    from pages.sign_in import SignIn

    page = window(viewport={"width": width, "height": 900})
    SignIn(page).as_cast("Văn thư cơ quan")
    page.goto("/tai-khoan")
    page.get_by_role("link", name="Tạo mã truy cập").click()
    page.get_by_label("Dùng cho phần mềm nào").fill(f"Phần mềm một cửa {width}")
    page.get_by_label("Tra cứu", exact=True).check()
    page.get_by_role("button", name="Tạo mã").click()
    secret = page.get_by_label("Mã truy cập").input_value()
    program = Program(server, secret)
    assert program.ask("GET", "/me")["scopes"] == ["search:read"]
    page.get_by_role("link", name="Xong").click()
    row = page.locator("tr", has_text=f"Phần mềm một cửa {width}")
    assert secret not in page.content()
    row.get_by_text("Thu hồi", exact=True).click()
    page.get_by_role("button", name="Thu hồi mã").locator("visible=true").click()
    page.get_by_text("Đã thu hồi mã").wait_for()
    program.ask("GET", "/me")
    assert program.status == 401
