"""A machine without poppler, tesseract, LibreOffice and qpdf: what needs them says so, everything else works."""

import os
import shutil
import time

import broken_papers as papers
import pytest

from client import Client, words
from conftest import PROGRAM
from test_kill import register

HIDDEN = [
    "pdfinfo", "pdftotext", "pdftoppm", "qpdf", "tesseract", "soffice", "libreoffice", "convert-im6.q16", "magick",
    "convert",
]
PACKAGES = ["poppler-utils", "qpdf", "tesseract-ocr", "libreoffice-writer"]


def without(names: list[str], make_server, tmp_path):
    """A server that sees /dev/null where these tools lie; nobody else does."""
    if os.geteuid() != 0:
        pytest.skip("cần quyền che tệp của hệ điều hành")
    paths = [path for path in (shutil.which(name) for name in names) if path]
    covers = "; ".join(f"mount --bind /dev/null {path}" for path in paths)
    wrapper = tmp_path / "chauban"
    wrapper.write_text(f"#!/bin/sh\nexec unshare --mount sh -c '{covers}; exec {PROGRAM} \"$@\"' sh \"$@\"\n")
    wrapper.chmod(0o755)
    return make_server(program=wrapper)


@pytest.fixture
def bare_machine(make_server, tmp_path):
    return without(HIDDEN, make_server, tmp_path)


WAITING = "/van-ban-den/cho"


@pytest.mark.parametrize(
    ("tools", "name", "make", "package"),
    [
        (["pdfinfo", "pdftotext", "pdftoppm"], "cv.pdf", lambda folder: papers.letter(), "poppler-utils"),
        (["tesseract"], "quet.pdf", papers.scan, "tesseract-ocr"),
        (["soffice", "libreoffice"], "cv.docx", lambda folder: papers.docx(folder / "cv.docx"), "libreoffice-writer"),
        (["convert-im6.q16", "convert", "magick"], "anh.png", lambda folder: papers.picture(folder, "png"), "imagemagick"),
        (["qpdf"], "cv.pdf", lambda folder: papers.letter(), "qpdf"),
    ],
    ids=["poppler", "tesseract", "LibreOffice", "ImageMagick", "qpdf"],
)
def test_the_clerk_is_told_which_tool_is_missing_and_registers_all_the_same(
    tools, name, make, package, make_server, tmp_path
):
    server = without(tools, make_server, tmp_path)
    assert f"Cài gói «{package}»" in server.command("check", status=1)
    server.start()
    client = Client(server.port).sign_in()
    data = make(tmp_path)
    form = client.form(client.get(WAITING), action=WAITING)
    client.upload(form.action, form.fields, [(name, [data], len(data))], field="file")
    if package == "qpdf":
        # Reading needs no qpdf; turning a page does.
        form = client.form(client.get(WAITING + "?tiep=1"), text="Trích yếu")
        turning = form.action.replace("/vao-so", "/xoay")
        shown = words(client.ask("POST", turning, form.fields | {"page": "1", "quarterTurns": "1"})[0], 6000)
    else:
        shown = ""
        for _ in range(120):
            shown = words(client.get(WAITING), 4000)
            if package in shown:
                break
            time.sleep(0.25)
    assert f"«{package}»" in shown, shown
    form = client.form(client.get(WAITING + "?tiep=1"), text="Trích yếu")
    form.fields |= {
        "issuer": "Sở Xây dựng tỉnh Lâm Sơn", "numberText": "15", "notation": "SXD-VP", "issuedDate": "12/11/2026",
        "subject": "V/v thiếu công cụ", "next": "show", "vouchedOpen": "1",
    }
    form.choose("type", "Công văn")
    text, location = client.ask("POST", form.action, form.fields)
    assert location is not None, words(text)
    assert "Số đến" in words(client.get(location))


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
