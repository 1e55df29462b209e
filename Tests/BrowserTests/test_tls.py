"""With a certificate of its own the program speaks TLS, and HTTP/2 to those who can."""

import socket
import ssl
import subprocess

import pytest

from conftest import PROGRAM
from server import Server


@pytest.fixture(scope="module")
def secure(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )
    server = Server(PROGRAM, CHAUBAN_CERTIFICATE=str(certificate), CHAUBAN_KEY=str(key))
    server.address = server.address.replace("http:", "https:")
    server.trusted = ssl.create_default_context(cafile=str(certificate))
    server.start()
    yield server
    server.remove()


@pytest.mark.parametrize(("offered", "spoken"), [(["h2", "http/1.1"], "h2"), (["http/1.1"], "http/1.1")])
def test_http2_for_those_who_can(secure, offered, spoken):
    context = secure.trusted
    context.set_alpn_protocols(offered)
    with socket.create_connection(("127.0.0.1", secure.port), timeout=10) as plain:
        with context.wrap_socket(plain, server_hostname="127.0.0.1") as channel:
            assert channel.version() in ("TLSv1.2", "TLSv1.3")
            assert channel.selected_alpn_protocol() == spoken


def test_a_clerk_works_over_it(chromium, secure):
    context = chromium.new_context(base_url=secure.address, ignore_https_errors=True, locale="vi-VN")
    page = context.new_page()
    page.goto("/dang-nhap")
    page.get_by_role("button", name="Văn thư cơ quan").first.click()
    page.get_by_role("heading", name="Việc của tôi").wait_for()
    cookies = {cookie["name"]: cookie for cookie in context.cookies()}
    session = next(cookie for name, cookie in cookies.items() if name.startswith("__Host-"))
    assert session["secure"] and session["httpOnly"]
    spoken = page.evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol")
    assert spoken == "h2"
    context.close()
