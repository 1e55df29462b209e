"""A file of 200 MB passes in small pieces; a connection or a server cut off in the middle leaves nothing behind."""

import hashlib
import http.client
import os
import signal
import time

from broken_papers import letter
from client import Client, words
from test_broken_files import WAITING, read_through, send
from test_kill import register

MEBIBYTE = 1 << 20
SIZE = 200 * MEBIBYTE
GROWTH_MEBIBYTES_MAX = 30


def pieces(size: int):
    """A PDF of so many bytes: a letter, something nobody reads, and once more where the letter begins."""
    head = letter()
    tail = head[head.rindex(b"startxref") :]
    yield head
    rest = size - len(head) - len(tail)
    block = os.urandom(MEBIBYTE - 1) + b"\n"
    while rest > 0:
        yield block[: min(rest, len(block))]
        rest -= len(block)
    yield tail


def test_the_largest_file_costs_no_memory_and_is_kept_whole(make_server):
    server = make_server().start()
    client = Client(server.port, timeout=120).sign_in()
    send(client, "khoi-dong.pdf", letter())
    read_through(server)
    form = client.form(client.get(WAITING), action="/bo")
    client.ask("POST", form.action, form.fields)

    form = client.form(client.get(WAITING), action=WAITING)
    digest = hashlib.sha256()

    def hashed():
        for piece in pieces(SIZE):
            digest.update(piece)
            yield piece

    before = server.forget_peak()
    text, location = client.upload(form.action, form.fields, [("nang.pdf", hashed(), SIZE)])
    assert location is not None, words(text)
    grown = server.mebibytes("VmHWM") - before
    assert grown < GROWTH_MEBIBYTES_MAX, f"bộ nhớ tăng {grown:.1f} MiB khi nhận 200 MB"
    assert server.rows("SELECT hash, bytes FROM waiting_papers") == [f"{digest.hexdigest()}|{SIZE}"]

    assert read_through(server) == "read"
    form = client.form(client.get(WAITING + "?tiep=1"), text="Trích yếu")
    form.fields |= {"issuer": "Sở Xây dựng tỉnh Lâm Sơn", "numberText": "15", "notation": "SXD-VP", "subject": "V/v tệp nặng"}
    form.fields |= {"issuedDate": "12/11/2026", "next": "show"}
    form.choose("type", "Công văn")
    before = server.forget_peak()
    text, location = client.ask("POST", form.action, form.fields)
    assert location is not None, words(text)
    [kept] = [path for path in server.files("vault") if path.stat().st_size == SIZE]
    assert kept.parent.name + kept.name == digest.hexdigest()

    file = server.rows(f"SELECT id FROM incoming_files WHERE hash = '{digest.hexdigest()}'")[0]
    client.connection.request("GET", f"/tep-den/{file}", headers={"Cookie": client.cookie})
    answer = client.connection.getresponse()
    assert answer.status == 200
    again = hashlib.sha256()
    while piece := answer.read(MEBIBYTE):
        again.update(piece)
    assert again.hexdigest() == digest.hexdigest()
    grown = server.mebibytes("VmHWM") - before
    assert grown < GROWTH_MEBIBYTES_MAX, f"bộ nhớ tăng {grown:.1f} MiB khi vào sổ và gửi 200 MB"


def begin(client: Client, size: int) -> http.client.HTTPConnection:
    """An upload of which a tenth has been sent."""
    form = client.form(client.get(WAITING), action=WAITING)
    connection = http.client.HTTPConnection("127.0.0.1", client.connection.port, timeout=10)
    connection.putrequest("POST", form.action)
    connection.putheader("Cookie", client.cookie)
    connection.putheader("Content-Type", "multipart/form-data; boundary=b")
    connection.putheader("X-Ma-Phien", form.fields["ma-phien"])
    connection.putheader("Content-Length", str(size))
    connection.endheaders()
    connection.send(b'--b\r\nContent-Disposition: form-data; name="files"; filename="dut.pdf"\r\n\r\n')
    connection.send(letter() + b"%" * (size // 10))
    return connection


def wait_for_staging(server, count: int) -> None:
    deadline = time.monotonic() + 10
    while len(server.files("staging")) != count:
        assert time.monotonic() < deadline, f"vùng chờ còn {server.files('staging')}, không phải {count} tệp"
        time.sleep(0.05)


def test_an_upload_cut_off_leaves_nothing(make_server):
    server = make_server().start()
    client = Client(server.port).sign_in()
    connection = begin(client, 20 * MEBIBYTE)
    wait_for_staging(server, 1)
    connection.close()
    wait_for_staging(server, 0)

    # The server itself goes away: the sweeper finds what it was writing, once it is a day old.
    connection = begin(client, 20 * MEBIBYTE)
    wait_for_staging(server, 1)
    server.stop(signal.SIGKILL)
    connection.close()
    [left] = server.files("staging")
    os.utime(left, (time.time() - 2 * 86_400,) * 2)
    server.execute("UPDATE jobs SET not_before = 0 WHERE code = 'fileVault.sweep'")
    server.start()
    wait_for_staging(server, 0)
    assert server.rows("SELECT file_name FROM waiting_papers") == []
    text, location = register(client_of(server, client), "V/v sau khi đứt giữa chừng")
    assert location is not None, words(text)


def client_of(server, signed_in: Client) -> Client:
    client = Client(server.port)
    client.cookies = dict(signed_in.cookies)
    return client
