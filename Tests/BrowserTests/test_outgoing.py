"""A signed document gets its number, waits to be issued, goes out and comes back: by keyboard, on the desk's own list."""

import re

from playwright.sync_api import expect

from pages.screen import Screen
from papers import letter


def number(desk: Screen, subject: str, *files, places: str = "Sở Xây dựng tỉnh Cẩm Giang\nVụ Pháp chế",
           reply: str = "") -> str:
    """«Cấp số» for a letter of the minerals unit; gives the address of its page."""
    desk.open("/van-ban-di")
    desk.key("v")
    desk.requires_heading("Cấp số văn bản đi")
    desk.wait_until_ready()
    desk.field("Tên loại").select_option(label="Công văn")
    desk.field("Đơn vị soạn thảo").select_option(label="Vụ Khoáng sản")
    promised = desk.page.locator(".next-number")
    desk.wait_for(lambda: re.search(r"Số: \d+/\S+-KS", promised.inner_text()), "số sẽ cấp", 10)
    code = re.search(r"Số: (\S+)", promised.inner_text())[1]
    desk.field("Họ và tên").fill("Trần Văn Quang")
    desk.field("Chức vụ").fill("Tổng cục trưởng")
    desk.field("Trích yếu").fill(subject)
    desk.page.locator("textarea[name=noi-nhan]").fill(places)
    if reply:
        desk.field("Hạn trả lời").fill(reply)
    desk.page.locator("input[type=file]").set_input_files([str(file) for file in files])
    desk.page.locator("input[name=khong-mat]").check()
    desk.key("Control+Enter")
    desk.requires_text(f"Đã cấp số {code}")
    return desk.page.url.split("?")[0]


def test_a_signed_letter_is_numbered_issued_sent_and_recalled(clerk, chromium, tmp_path):
    subject = "V/v kiểm kê tài sản công của các đơn vị trực thuộc"
    desk = Screen(clerk)
    path = number(desk, subject, letter(chromium, tmp_path, number=870, subject=subject, by_hand=True))
    # The page follows the reading, and shows itself anew at its end.
    expect(clerk.get_by_text("chưa đọc xong")).to_have_count(0, timeout=90_000)

    desk.open("/viec-cua-toi")
    row = clerk.locator("li", has_text=subject).first.inner_text()
    assert "Phát hành" in row and "nên phát hành hôm nay" in row, row
    desk.open(path)
    desk.key("e")
    desk.requires_text("Đã phát hành văn bản")
    desk.key("u")
    desk.requires_text("Đã hoàn tác phát hành")
    desk.key("e")
    desk.requires_text("Đã phát hành văn bản")

    desk.button("Ghi đã gửi").click()
    desk.field("Chứng từ gửi").fill("RB 0870 VN")
    desk.field("Số lượng bì").fill("1")
    clerk.locator("dialog[open] button", has_text="Ghi đã gửi").click()
    desk.requires_text("Đã ghi gửi 1 nơi nhận bằng bưu điện")
    desk.open("/van-ban-di/buu-dien")
    desk.requires_text("RB 0870 VN")
    clerk.locator("details", has_text="In thành sổ").locator("summary").click()
    for form, start in [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")]:
        button = clerk.locator(f"button[formaction$='/buu-dien/in/{form}']")
        assert button.is_visible(), desk.saw()
        book = clerk.request.get(f"{button.get_attribute('formaction')}?quyen=2")
        assert book.ok and book.body().startswith(start), (form, book.status)

    desk.open(path)
    desk.button("Thu hồi", exact=True).click()
    desk.field("Lý do thu hồi").fill("Sai phụ lục")
    clerk.locator("dialog[open] button", has_text="Thu hồi").click()
    desk.requires_text("Đã thu hồi văn bản")
    assert clerk.get_by_role("link", name="Sửa thông tin").count() == 0, "đã thu hồi thì không sửa được"


def test_a_number_kept_free_stands_in_the_book_until_it_is_given_up(clerk):
    desk = Screen(clerk)
    desk.open("/van-ban-di/giu-so")
    desk.field("Tên loại").select_option(label="Quyết định")
    desk.field("Giữ cho").fill("Vụ Pháp chế")
    days = clerk.evaluate("new Date(Date.now() + 5 * 86400000).toLocaleDateString('en-GB')")
    desk.field("Giữ đến hết ngày").fill(days)
    desk.field("Lý do").fill("chờ phụ lục")
    desk.key("Control+Enter")
    desk.requires_text("Đã giữ số")
    code = clerk.locator("table b.code").first.inner_text()
    desk.open("/van-ban-di")
    desk.key("s")
    desk.requires_text(code)
    desk.requires_text("(Giữ số cho Vụ Pháp chế)")
    desk.open("/van-ban-di/giu-so")
    desk.button("Hủy", exact=True).click()
    clerk.locator("dialog[open] input[name=ly-do]").fill("không ban hành nữa")
    clerk.locator("dialog[open] button", has_text="Hủy số").click()
    desk.requires_text("Đã hủy số giữ")
