"""A letter is copied: asked for by the leader of themselves, numbered by the registry, made as the decree prints it."""

import re
import subprocess

from playwright.sync_api import expect

from pages.screen import Screen
from pages.sign_in import SignIn
from papers import letter
from test_outgoing import number


def issued(desk: Screen, chromium, folder, subject: str, **facts) -> str:
    path = number(desk, subject, letter(chromium, folder, subject=subject, by_hand=True, **facts))
    expect(desk.page.get_by_text("chưa đọc xong")).to_have_count(0, timeout=90_000)
    desk.open(path)
    desk.key("e")
    desk.requires_text("Đã phát hành văn bản")
    return path


def text(path) -> str:
    """Every line with its blanks run together."""
    said = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return re.sub(r"[ \t]+", " ", said)


def made(clerk, address: str, folder):
    """Numbers an approved copy and gives its file."""
    desk = Screen(clerk)
    desk.open(address)
    desk.key("e")
    desk.requires_text("Đã cấp số")
    link = clerk.get_by_role("link", name="Tải bản sao về")
    expect(link).to_be_visible(timeout=60_000)
    with clerk.expect_download() as download:
        link.click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def ask(window, path: str, form: str, recipients: str, role: str = "Lãnh đạo", tick=()) -> str:
    page = window()
    person = SignIn(page).as_cast(role)
    person.open(path)
    person.button("Sao văn bản").click()
    person.requires_heading(re.compile("^Sao "))
    page.get_by_role("navigation", name="Hình thức sao").get_by_role("link", name=form).click()
    for words in tick:
        page.locator("label.tick", has_text=words).first.locator("input").check()
    page.locator("textarea[name=noi-nhan]").fill(recipients)
    page.locator("select[name=cach]").select_option(label="Từ văn bản điện tử sang văn bản giấy")
    page.locator("select[name=nguoi-quyet-dinh]").select_option(index=1)
    person.key("Control+Enter")
    person.requires_text("Đã gửi đề nghị")
    return page.url.split("?")[0]


def test_a_letter_is_copied_whole_and_in_part(clerk, window, chromium, tmp_path):
    subject = "V/v kiểm kê kho lưu mẫu địa chất"
    path = issued(Screen(clerk), chromium, tmp_path, subject, number=871)
    whole = made(clerk, ask(window, path, "Sao y", "Vụ Pháp chế\nSở Xây dựng tỉnh Cẩm Giang"), tmp_path)
    assert re.fullmatch(r"ban-sao-\d+-SY-\S+\.pdf", whole.name), whole.name
    said = text(whole)
    for words in ["SAO Y", "/SY-", "- Vụ Pháp chế;", "- Lưu: VT.", "TỔNG CỤC TRƯỞNG"]:
        assert words in said, f"thiếu «{words}»:\n{said}"

    part = made(clerk, ask(window, path, "Trích sao", "Vụ Pháp chế", tick=["CỘNG HÒA"]), tmp_path)
    said = text(part)
    assert "TRÍCH SAO" in said and "kiểm kê kho lưu mẫu" not in said, said

    desk = Screen(clerk)
    desk.open("/ban-sao")
    desk.requires_text("Sổ đăng ký bản sao")
    desk.key("s")
    desk.requires_heading(re.compile("Sổ đăng ký bản sao"))
    desk.requires_text("Trích sao")
