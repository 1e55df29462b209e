"""The disk is full: what cannot be written is said plainly, what can be read is read, and nothing has a hole after."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from broken_papers import letter
from client import Client, words
from test_broken_files import WAITING, read_through, send
from test_kill import register

MEBIBYTE = 1 << 20


@pytest.fixture
def small_disk(make_server):
    """A server whose data folder is a disk of its own of 48 MiB."""
    if os.geteuid() != 0:
        pytest.skip("cần quyền gắn ổ đĩa nhỏ")
    server = make_server()
    data = server.folder / "data"
    data.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(data)], check=True)
    yield server, data
    server.stop()
    subprocess.run(["umount", "--lazy", str(data)], check=False)


def fill(data: Path, leave: int) -> Path:
    """Fills the disk but for `leave` bytes."""
    filler = data / "day-o-dia"
    room = os.statvfs(data).f_bavail * os.statvfs(data).f_frsize - leave
    with filler.open("wb") as file:
        file.write(b"\0" * max(room, 0))
    return filler


def number_of(page: str) -> int:
    found = re.search(r"Số đến <b[^>]*>(\d+)</b>", page)
    assert found, words(page)
    return int(found[1])


@pytest.mark.skipif("CHAUBAN_TEST_DATABASE" in os.environ, reason="cơ sở dữ liệu nằm trên ổ đĩa khác")
def test_a_full_disk_refuses_plainly_and_leaves_no_hole(small_disk):
    server, data = small_disk
    server.start()
    client = Client(server.port).sign_in()
    _, first = register(client, "V/v trước khi đầy ổ đĩa")
    before = number_of(client.get(first))

    filler = fill(data, leave=32 * 1024)
    refused = ""
    for turn in range(400):
        refused, location = register(client, f"V/v lúc ổ đĩa đầy dần {turn} " + "đường dài " * 40)
        if location is None:
            break
        before = number_of(client.get(location))
    else:
        pytest.fail("ổ đĩa đầy mà vẫn nhận được 400 văn bản")
    assert client.status in (503, 507), f"{client.status}: {words(refused)}"
    assert "đầy" in words(refused), words(refused)
    assert number_of(client.get(first)) > 0, "đầy ổ đĩa thì không đọc được nữa"

    filler.unlink()
    _, location = register(client, "V/v sau khi dọn ổ đĩa")
    assert location is not None, "dọn ổ đĩa rồi vẫn không vào sổ được"
    assert number_of(client.get(location)) == before + 1
    server.stop()
    server.command("verify")


def test_a_full_vault_leaves_no_entry_without_its_file(small_disk):
    server, data = small_disk
    server.start()
    client = Client(server.port).sign_in()
    send(client, "den-truoc.pdf", letter())
    assert read_through(server) == "read"

    filler = fill(data, leave=256 * 1024)
    heavy = letter() + b"%" * MEBIBYTE + b"\n%%EOF\n"
    text, location = send(client, "den-sau.pdf", heavy)
    assert location is None and client.status in (503, 507), f"{client.status}: {words(text)}"
    assert "hết chỗ" in words(text), words(text)

    form = client.form(client.get("/van-ban-den/vao-so"), text="Trích yếu")
    form.fields |= {"issuer": "Sở Xây dựng", "numberText": "15", "notation": "SXD-VP", "subject": "V/v không còn chỗ", "vouchedOpen": "1"}
    form.choose("type", "Công văn")
    text, location = client.upload(form.action, form.fields, [("kem.pdf", [heavy], len(heavy))], field="file")
    assert location is None and client.status in (503, 507), f"{client.status}: {words(text)}"
    assert server.rows("SELECT id FROM incoming_documents WHERE subject = 'V/v không còn chỗ'") == []
    assert len(server.files("staging")) == 1, "tệp dở dang còn trong vùng chờ"

    filler.unlink()
    assert send(client, "den-sau.pdf", heavy)[1] is not None, "dọn ổ đĩa rồi vẫn không nhận tệp"
    form = client.form(client.get("/van-ban-den/vao-so"), text="Trích yếu")
    form.fields |= {"issuer": "Sở Xây dựng", "numberText": "15", "notation": "SXD-VP", "subject": "V/v đã có chỗ", "vouchedOpen": "1", "next": "show"}
    form.choose("type", "Công văn")
    text, location = client.upload(form.action, form.fields, [("kem.pdf", [heavy], len(heavy))], field="file")
    assert location is not None, words(text)
    kept = {path.parent.name + path.name for path in server.files("vault")}
    assert set(server.rows("SELECT hash FROM incoming_files")) <= kept
    server.stop()
    server.command("verify")
