"""Everyone: on a phone, without script, by keyboard alone, read aloud."""

import os
from pathlib import Path

import pytest

from accessibility import findings
from conftest import PHONE
from pages.registration import Registration, WaitingPapers
from pages.screen import Screen
from pages.search import Search
from pages.sign_in import SignIn

ROOMS = ["/viec-cua-toi", "/van-ban-den", "/tra-cuu", "/tai-khoan"]


def test_nothing_is_wider_than_a_phone(window):
    page = window(viewport=PHONE)
    SignIn(page).as_cast()
    for path in ROOMS:
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= PHONE["width"], f"{path} rộng {wide} px trên màn hình {PHONE['width']} px"


def test_a_paper_is_registered_and_found_on_a_phone(window):
    page = window(viewport=PHONE)
    SignIn(page).as_cast()
    form = Registration(page).open_without_file()
    form.fill_letter("5", "PVP-TH", "V/v lịch tiếp công dân lưu động")
    form.save()
    Search(page).look_for("tiep cong dan").requires_result("V/v lịch tiếp công dân lưu động")


def test_every_step_works_without_javascript(window):
    page = window(javascript=False)
    SignIn(page).as_cast()
    form = Registration(page).open_without_file()
    form.fill_letter("6", "PVP-TH", "V/v đăng ký bằng trình duyệt cũ")
    number = form.save()
    Search(page).look_for("trinh duyet cu").requires_result("V/v đăng ký bằng trình duyệt cũ")
    Screen(page).open("/van-ban-den").requires_text(str(number))


def test_cancelling_filtering_and_printing_work_without_javascript(window):
    page = window(javascript=False)
    SignIn(page).as_cast()
    form = Registration(page).open_without_file()
    form.fill_letter("9", "PVP-TH", "V/v hủy bằng trình duyệt cũ")
    number = form.save()
    form.press("Hủy số đến")
    form.field("Lý do hủy").evaluate("e => e.removeAttribute('maxlength')")
    form.fill("Lý do hủy", "nhầm " * 120)
    page.locator("dialog button[type=submit]").filter(has_text="Hủy số").last.click()
    form.requires_text("dài quá 500")
    assert form.value("Lý do hủy") == "nhầm " * 120, form.saw()
    form.fill("Lý do hủy", "gửi nhầm")
    page.locator("dialog button[type=submit]").filter(has_text="Hủy số").last.click()
    form.requires_text(f"Số đến {number} đã hủy")
    listing = Screen(page).open("/van-ban-den")
    listing.fill("Lọc theo chữ", "huy bang trinh duyet cu").press("Lọc", exact=True)
    listing.requires_text("Đã hủy số: gửi nhầm")
    assert page.locator("main tbody tr").count() == 1, listing.saw()
    listing.fill("Lọc theo chữ", "khong co chu nay").press("Lọc", exact=True)
    listing.requires_text("Không có văn bản nào khớp bộ lọc")
    book = Screen(page).open("/so")
    page.locator("main td a").first.click()
    book.press("In sổ").press("In quyển này")
    book.requires_text("Đã nhận việc in quyển số")
    for _ in range(60):
        page.reload()
        if page.locator("#volumes td a").filter(has_text="PDF").count():
            break
        page.wait_for_timeout(500)
    link = page.locator("#volumes td a").filter(has_text="PDF").first.get_attribute("href")
    assert page.request.get(link).body().startswith(b"%PDF-")


def test_the_post_is_changed_without_javascript(window):
    page = window(javascript=False)
    page.goto(SignIn.PATH)
    page.locator("form", has_text="Trịnh Công Hải").get_by_role("button").click()
    before = page.locator("#post-choice option:checked").inner_text()
    other = [text for text in page.locator("#post-choice option").all_inner_texts() if text != before][0]
    page.locator("#post-choice").select_option(label=other)
    page.get_by_role("button", name="Đổi").click()
    assert page.locator("#post-choice option:checked").inner_text() == other


@pytest.mark.parametrize("dark", [False, True], ids=["sáng", "tối"])
def test_the_checker_finds_nothing_in_the_rooms(window, dark):
    page = window(dark=dark)
    page.goto(SignIn.PATH)
    found = {SignIn.PATH: findings(page)}
    SignIn(page).as_cast()
    for path in [*ROOMS, WaitingPapers.PATH]:
        page.goto(path)
        found[path] = findings(page)
    assert not any(found.values()), found


def test_a_hidden_window_lets_its_connection_go(window):
    """A browser has six connections to a server without HTTP/2; six open windows must not stop the seventh."""
    page = window()
    page.add_init_script(
        "window.followed = []; const Source = EventSource;"
        "window.EventSource = class extends Source { constructor(path) { super(path); followed.push(this); } };"
    )
    SignIn(page).as_cast()
    page.goto("/viec-cua-toi")
    screen = Screen(page)
    follows = "followed.some((source) => source.readyState === 1)"
    screen.wait_for(lambda: page.evaluate(follows), "kết nối trực tiếp", 10)
    turn = "(hidden) => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
    turn += "document.dispatchEvent(new Event('visibilitychange')) }"
    page.evaluate(turn, True)
    assert page.evaluate("followed.every((source) => source.readyState === 2)")
    page.evaluate(turn, False)
    screen.wait_for(lambda: page.evaluate(follows), "kết nối trực tiếp trở lại", 10)
