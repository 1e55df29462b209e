"""On the way to the result: opinions, more time, urging, the slip and the book; by keyboard, and once without script."""

from datetime import date, timedelta

from pages.register_book import RegisterBook
from pages.screen import Screen
from test_handling import registered, seated


def directed(window, path: str, **look) -> Screen:
    """The leader gives it to the minerals unit, whose head gives it to the officer."""
    due = (date.today() + timedelta(days=20)).strftime("%d/%m/%Y")
    leader = seated(window, "Lãnh đạo", **look)
    leader.open(path + "/but-phe")
    leader.page.get_by_label("Ý kiến chỉ đạo").fill("Giao Vụ Khoáng sản chủ trì")
    leader.page.locator("#f-vai-u105").select_option("lead")
    leader.fill("Hạn chung", due)
    leader.button("Gửi bút phê").click()
    leader.requires_text("Đã ghi ý kiến chỉ đạo và giao Vụ Khoáng sản")
    head = seated(window, "Lãnh đạo đơn vị", **look)
    head.open(path)
    head.button("Phân công").click()
    head.requires_heading("Phân công")
    head.page.locator("#f-vai-p1009").select_option("lead")
    head.button("Phân công", exact=True).click()
    head.requires_text("Đã phân công Bùi Quốc Khánh")
    return leader


def test_an_officer_asks_an_opinion_by_keyboard_and_the_clerk_prints_slip_and_book(window, clerk):
    path = registered(clerk, "881", "V/v thẩm định đề án đóng cửa mỏ đá Núi Voi")
    directed(window, path)
    officer = seated(window, "Chuyên viên")
    officer.open(path)
    officer.key("a")
    officer.requires_text("Đã nhận việc")
    officer.key("t")
    officer.requires_heading("Ghi tiến độ")
    officer.tab_to("Nội dung").type("Đã đi thực địa")
    officer.key("Control+Enter")
    officer.requires_text("Đã ghi vào diễn biến")
    officer.key("o")
    officer.requires_heading("Xin ý kiến")
    officer.type("Có vướng luật không?")
    officer.tab_to("Vụ Pháp chế").key("Space")
    officer.key("Control+Enter")
    officer.requires_text("Đã xin ý kiến Vụ Pháp chế")
    officer.requires_text("Chưa trả lời")

    officer.key("e")
    officer.requires_heading("Hoàn thành")
    officer.requires_text("Chưa cho ý kiến: Vụ Pháp chế")
    officer.type("Đã trả lời tại công văn 21/TCĐC-KS")
    officer.key("Control+Enter")
    officer.requires_text("Đã ghi kết quả")

    desk = Screen(clerk)
    desk.open(path)
    desk.requires_text("Đã đi thực địa")
    desk.open(path + "/phieu")
    desk.requires_heading("Phiếu giải quyết văn bản đến")
    desk.requires_text("Giao Vụ Khoáng sản chủ trì")
    slip = clerk.request.get(desk.page.locator("main a[href$='/pdf']").first.get_attribute("href"))
    assert slip.ok and slip.body().startswith(b"%PDF")
    book = RegisterBook(clerk).open_from_list()
    assert "đóng cửa mỏ đá Núi Voi" in book.line(max(book.numbers()))


def test_without_script_more_time_is_asked_and_granted_and_who_is_late_is_urged(window, clerk):
    path = registered(clerk, "882", "V/v báo cáo tình hình khai thác cát ven sông")
    leader = directed(window, path, javascript=False)
    later = (date.today() + timedelta(days=15)).strftime("%d/%m/%Y")
    head = seated(window, "Lãnh đạo đơn vị", javascript=False)
    officer = seated(window, "Chuyên viên", javascript=False)
    officer.open(path)
    officer.page.locator("details.more-acts summary").click()
    officer.button("Xin gia hạn").click()
    officer.fill("Xin gia hạn đến hết ngày", later).fill("Lý do", "Thiếu số liệu")
    officer.button("Gửi xin gia hạn").click()
    officer.requires_text("phải sau hạn đang có")
    officer.button("Thôi").click()
    leader.open(path)
    leader.button("Đôn đốc").click()
    leader.fill("Mức", "Nhắc nhở").fill("Lời nhắn", "Khẩn trương")
    leader.button("Đôn đốc", exact=True).click()
    leader.requires_text("Đã đôn đốc lần 1")
    officer.open(path)
    officer.requires_text("Đôn đốc lần 1, nhắc nhở")
    leader.button("Đổi hạn").click()
    leader.fill("Hạn mới", (date.today() + timedelta(days=30)).strftime("%d/%m/%Y")).fill("Lý do", "Cho thêm")
    leader.button("Đổi hạn", exact=True).click()
    leader.requires_text("Đã đổi hạn")
    officer.page.locator("details.more-acts summary").click()
    officer.button("Xin gia hạn").click()
    officer.fill("Xin gia hạn đến hết ngày", (date.today() + timedelta(days=25)).strftime("%d/%m/%Y"))
    officer.fill("Lý do", "Thiếu số liệu")
    officer.button("Gửi xin gia hạn").click()
    officer.requires_text("Đã gửi xin gia hạn")
    head.open(path)
    head.button("Trả lời xin gia hạn").click()
    head.button("Trả lời", exact=True).click()
    head.requires_text("Gia hạn đến")
