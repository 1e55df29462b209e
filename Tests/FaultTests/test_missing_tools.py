"""A machine without poppler, tesseract, LibreOffice and qpdf: what needs them says so, everything else works."""

import os
import shutil
import time

import pytest

from client import Client, words
from conftest import PROGRAM
from test_kill import register

HIDDEN = [
    "pdfinfo", "pdftotext", "pdftoppm", "qpdf", "tesseract", "soffice", "libreoffice", "convert-im6.q16", "magick",
    "convert",
]
PACKAGES = ["poppler-utils", "qpdf", "tesseract-ocr", "libreoffice-writer"]


@pytest.fixture
def bare_machine(make_server, tmp_path):
    """A server that sees /dev/null where its tools lie; nobody else does."""
    if os.geteuid() != 0:
        pytest.skip("cần quyền che tệp của hệ điều hành")
    paths = [path for path in (shutil.which(name) for name in HIDDEN) if path]
    covers = "; ".join(f"mount --bind /dev/null {path}" for path in paths)
    wrapper = tmp_path / "chauban"
    wrapper.write_text(f"#!/bin/sh\nexec unshare --mount sh -c '{covers}; exec {PROGRAM} \"$@\"' sh \"$@\"\n")
    wrapper.chmod(0o755)
    return make_server(program=wrapper)


def test_without_its_tools_the_program_says_what_is_missing_and_registers_all_the_same(bare_machine):
    told = bare_machine.command("check", status=1)
    for package in PACKAGES:
        assert f"Cài gói «{package}»" in told, told
    bare_machine.start()
    client = Client(bare_machine.port).sign_in()
    _, location = register(client, "V/v máy chưa cài đủ công cụ")
    assert location is not None
    assert "V/v máy chưa cài đủ công cụ" in words(client.get(location))

    book = client.get(client.link(client.get("/so"), "Sổ đăng ký văn bản đến"))
    form = client.form(client.get(client.link(book, "In sổ")), text="Từ số")
    text, location = client.ask("POST", form.action, form.fields)
    shown = words(text)
    for _ in range(60):
        if "LibreOffice" in shown:
            return
        time.sleep(0.5)
        shown = words(client.get(location), 20_000) if location else shown
    raise AssertionError(f"không nói thiếu LibreOffice: {shown[:1500]}")
