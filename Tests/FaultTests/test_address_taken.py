"""A second server on the same address says so and harms nothing."""

import subprocess

from client import Client
from conftest import PROGRAM


def test_an_address_in_use_is_told_in_plain_words(make_server, tmp_path):
    server = make_server().start()
    second = {**server.environment, "CHAUBAN_DATA": str(tmp_path / "data")}
    second.pop("CHAUBAN_DATABASE", None)
    done = subprocess.run([PROGRAM, "serve"], env=second, capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert f"127.0.0.1:{server.port} đang có chương trình khác dùng" in done.stderr, done.stderr
    Client(server.port).sign_in()
