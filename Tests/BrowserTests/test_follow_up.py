"""On the way to the result: opinions, more time, urging, the slip and the book; by keyboard, and once without script."""

from datetime import date, timedelta

from pages.register_book import RegisterBook
from pages.screen import Screen
from pages.sign_in import seated
from test_handling import registered


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


def test_from_registration_to_slip_and_book_without_script(window):
    """The whole way by forms alone: registered, directed, assigned, an opinion asked and given, completed, slip, book."""
    plain = {"javascript": False}
    clerk = seated(window, "Văn thư", **plain).page
    path = registered(clerk, "886", "V/v kiểm tra bãi thải mỏ đá Hòn Chàm")
    leader = directed(window, path, **plain)
    officer = seated(window, "Chuyên viên", **plain)
    officer.open(path)
    officer.button("Nhận việc").click()
    officer.requires_text("Đã nhận việc")
    officer.page.locator("details.more-acts summary").click()
    officer.button("Xin ý kiến").click()
    officer.fill("Nội dung xin ý kiến", "Có vướng quy hoạch không?")
    officer.page.locator("#f-vai-u106").check()
    officer.button("Gửi xin ý kiến").click()
    officer.requires_text("Đã xin ý kiến Vụ Pháp chế")
    head = seated(window, "Lãnh đạo đơn vị", **plain)
    head.open(path)
    head.requires_text("Bùi Quốc Khánh, Chuyên viên (chủ trì) đang xử lý.")
    assert head.page.get_by_role("button", name="Hoàn thành").is_disabled(), head.saw()
    officer.open(path)
    officer.button("Hoàn thành").click()
    officer.fill("Kết quả giải quyết", "Đã trả lời tại công văn 86/TCĐC-KS")
    officer.button("Hoàn thành", exact=True).click()
    officer.requires_text("Đã ghi kết quả")
    head.open(path)
    head.button("Hoàn thành").click()
    head.fill("Kết quả giải quyết", "Đồng ý với kết quả")
    head.button("Hoàn thành", exact=True).click()
    head.requires_text("Đã ghi kết quả")
    leader.open(path)
    leader.requires_text("Đồng ý với kết quả")
    desk = Screen(clerk).open(path)
    desk.button("Phiếu giải quyết").click()
    desk.requires_text("Đã trả lời tại công văn 86/TCĐC-KS")
    slip = clerk.request.get(clerk.locator("main a[href$='/pdf']").first.get_attribute("href"))
    assert slip.ok and slip.body().startswith(b"%PDF")
    desk.open("/bao-cao/so-theo-doi")
    desk.page.locator("details", has_text="In thành sổ").locator("summary").click()
    assert desk.page.locator("button[formaction$='/in/pdf']").is_visible(), desk.saw()
    book = clerk.request.get("/bao-cao/so-theo-doi/in/pdf?quyen=2")
    assert book.ok and book.body().startswith(b"%PDF"), book.status


def test_from_registration_to_slip_and_book_by_keyboard_alone(window, clerk):
    """The same way with no mouse at all."""
    desk = Screen(clerk).open("/van-ban-den").key("v")
    desk.requires_heading("Vào sổ văn bản đến")
    for label, text in [
        ("Cơ quan ban hành", "Sở Xây dựng tỉnh Lâm Sơn"), ("Ký hiệu", "SXD-KT"), ("Ngày văn bản", "12/11/2026"),
        ("Trích yếu", "V/v khảo sát mỏ sét Đồi Thông"),
    ]:
        desk.tab_to(label).type(text)
    desk.tab_to("Tên loại", back=True).key(*["ArrowDown"] * 7)
    desk.key("Control+Enter")
    desk.requires_text("Đã vào sổ số đến")
    desk.requires_heading("V/v khảo sát mỏ sét Đồi Thông")
    path = clerk.url.split("?")[0]
    desk.key("c")
    desk.requires_heading("Trình văn bản")
    desk.tab_to("Trần Văn Quang").key("Space").key("Control+Enter")
    desk.requires_text("Đã trình Trần Văn Quang")

    leader = seated(window, "Lãnh đạo").open(path).key("b")
    leader.requires_heading("Bút phê")
    leader.tab_to("Ý kiến chỉ đạo").type("Giao Vụ Khoáng sản chủ trì")
    minerals = leader.page.locator("#f-vai-u105")
    leader.wait_for(lambda: minerals.input_value() == "lead", "nơi nhận đọc từ ý kiến", 10)
    leader.key("Control+Enter")
    leader.requires_text("Đã ghi ý kiến chỉ đạo và giao Vụ Khoáng sản")

    head = seated(window, "Lãnh đạo đơn vị").open(path).key("c")
    head.requires_heading("Phân công")
    head.tab_to("Bùi Quốc Khánh").key("ArrowDown").key("Control+Enter")
    head.requires_text("Đã phân công Bùi Quốc Khánh")
    head.key("u")
    head.requires_text("Đã hoàn tác việc phân công")
    head.open(path).key("c")
    head.tab_to("Bùi Quốc Khánh").key("ArrowDown").key("Control+Enter")
    head.requires_text("Đã phân công Bùi Quốc Khánh")

    officer = seated(window, "Chuyên viên").open(path).key("a")
    officer.requires_text("Đã nhận việc")
    officer.key("e")
    officer.requires_heading("Hoàn thành")
    officer.type("Đã trả lời tại công văn 87/TCĐC-KS").key("Control+Enter")
    officer.requires_text("Đã ghi kết quả")

    desk.open(path).key("w")
    desk.requires_heading("Phiếu giải quyết văn bản đến")
    desk.requires_text("Đã trả lời tại công văn 87/TCĐC-KS")
    book = RegisterBook(clerk).open_from_list()
    assert "mỏ sét Đồi Thông" in book.line(max(book.numbers()))
    assert book.printed().file("PDF").startswith(b"%PDF")
