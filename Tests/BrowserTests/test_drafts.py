"""From a draft to the signature: the drafter by keyboard, the unit's head and the leader on a phone, once without script."""

from playwright.sync_api import expect

from conftest import PHONE
from pages.screen import Screen
from pages.sign_in import seated
from papers import WORD, word


def drafted(officer: Screen, subject: str) -> str:
    """A draft with its first version; gives its address."""
    officer.open("/du-thao")
    officer.button("Soạn văn bản").click()
    officer.requires_heading("Soạn văn bản")
    officer.page.get_by_label("Trích yếu").fill(subject)
    officer.page.get_by_label("Người ký dự kiến").select_option(label="Trần Văn Quang, Tổng cục trưởng")
    officer.page.locator("textarea[name=noi-nhan]").fill("Cục Địa chất miền Bắc")
    officer.button("Tạo dự thảo").click()
    officer.requires_text("Đã tạo dự thảo")
    path = officer.page.url.split("?")[0]
    versioned(officer, "Kính gửi: Cục Địa chất miền Bắc", subject)
    return path


def versioned(screen: Screen, *paragraphs: str, annex: str = "") -> None:
    screen.page.get_by_role("link", name="Đưa bản", exact=False).first.click()
    screen.page.get_by_label("Tệp Word của dự thảo").set_input_files(
        {"name": "du-thao.docx", "mimeType": WORD, "buffer": word(*paragraphs)}
    )
    if annex:
        screen.page.get_by_label("Phụ lục, tệp kèm theo").set_input_files(
            {"name": "phu-luc.docx", "mimeType": WORD, "buffer": word(annex)}
        )
    screen.page.locator("form.act button.button-primary").click()
    screen.requires_text("Đã đưa bản")


def test_a_draft_is_checked_on_phones_and_signed(window):
    subject = "Về việc rà soát giấy phép khai thác cát lòng sông đợt hai"
    officer = seated(window, "Chuyên viên")
    path = drafted(officer, subject)
    officer.key("c")
    officer.requires_heading("Trình dự thảo")
    officer.key("Control+Enter")
    officer.requires_text("Đã trình Vụ Khoáng sản")

    head = seated(window, "Lãnh đạo đơn vị", viewport=PHONE)
    head.open("/viec-cua-toi")
    head.button(subject).click()
    head.button("Trả lại").click()
    head.page.get_by_label("Lý do").fill("Bổ sung căn cứ")
    head.button("Trả lại").click()
    head.requires_text("kèm lý do")

    officer.open(path)
    officer.requires_text("Bổ sung căn cứ")
    officer.open(path + "/trinh")
    officer.requires_text("Chưa đưa bản mới từ khi bị trả lại")
    officer.open(path)
    versioned(officer, "Căn cứ Luật Khoáng sản", subject, annex="Bảng kê trữ lượng")
    officer.open(path + "/trinh")
    officer.requires_text("Luồng của lần trình trước đã điền sẵn")
    officer.key("Control+Enter")
    officer.requires_text("Đã trình Vụ Khoáng sản")

    officer.open(path + "/so-sanh")
    officer.requires_heading("So sánh bản 1 với bản 2")
    officer.requires_text("Căn cứ Luật Khoáng sản")
    head.open(path)
    head.requires_text("Bản 2")
    head.button("Xem phu-luc.docx").click()
    head.requires_text("Đang xem phụ lục «phu-luc.docx» của bản 2")
    head.open(path)
    head.button("Đạt nội dung, ký nháy").click()
    head.button("Đạt nội dung, ký nháy").click()
    head.requires_text("Đã ghi nhận và chuyển Chánh văn phòng")

    office = seated(window, "Chánh văn phòng")
    office.open(path)
    office.key("e")
    office.requires_heading("Kiểm tra thể thức")
    office.key("Control+Enter")
    office.requires_text("Đã ghi nhận và chuyển Trần Văn Quang")

    leader = seated(window, "Lãnh đạo", viewport=PHONE)
    leader.open("/viec-cua-toi?nhom=quyet")
    leader.button(subject).click()
    leader.button("Duyệt, ký").click()
    leader.requires_heading("Duyệt, ký bản 2")
    leader.page.locator("form.act button.button-primary").click()
    leader.requires_text("SHA-256")
    officer.open(path)
    officer.requires_text("Đã ký duyệt")


def test_recipients_are_found_while_they_are_typed_on_a_phone(window):
    officer = seated(window, "Chuyên viên", viewport=PHONE)
    officer.open("/du-thao/moi")
    officer.wait_until_ready()
    places = officer.page.locator("textarea[name=noi-nhan]")
    proposals = officer.page.locator(".proposals:visible li")
    places.click()
    for typed, meant in (("mien bac", "Cục Địa chất miền Bắc"), ("phap che", "Vụ Pháp chế")):
        officer.page.keyboard.type(typed)
        proposals.filter(has_text=meant).first.click()
    officer.page.keyboard.type("Công ty Đá Xanh")
    expect(places).to_have_value("Cục Địa chất miền Bắc\nVụ Pháp chế\nCông ty Đá Xanh")
    officer.page.get_by_label("Tất cả đơn vị trực thuộc", exact=False).check()
    officer.page.get_by_label("Trích yếu").fill("Về việc rà soát mốc giới mỏ đá")
    officer.page.get_by_label("Người ký dự kiến").select_option(label="Trần Văn Quang, Tổng cục trưởng")
    officer.button("Tạo dự thảo").click()
    officer.requires_text("Đã tạo dự thảo")
    # What is known of the draft is folded on a phone.
    assert "Công ty Đá Xanh" in officer.page.content()


def test_words_changed_at_the_form_check_go_back_to_whoever_checked_the_content(window):
    subject = "Về việc đôn đốc nộp báo cáo địa chất"
    officer = seated(window, "Chuyên viên")
    path = drafted(officer, subject)
    officer.open(path + "/trinh")
    officer.key("Control+Enter")
    officer.requires_text("Đã trình Vụ Khoáng sản")
    head = seated(window, "Lãnh đạo đơn vị", viewport=PHONE)
    head.open(path)
    head.button("Đạt nội dung, ký nháy").click()
    head.button("Đạt nội dung, ký nháy").click()
    head.requires_text("Đã ghi nhận")

    office = seated(window, "Chánh văn phòng")
    office.open(path)
    versioned(office, "Kính gửi: Cục Địa chất miền Bắc", "Lời văn khác hẳn")
    office.requires_text("nội dung phải kiểm tra lại")
    office.key("e")
    office.requires_heading("Kiểm tra thể thức")
    office.requires_text("Nội dung kiểm ở bản 1; bản 2 do anh/chị sửa")
    office.key("Control+Enter")
    office.requires_text("Đã ghi nhận và chuyển Vụ Khoáng sản")

    head.open(path)
    head.button("Khác gì so với bản đã kiểm").click()
    head.requires_text("Lời văn khác hẳn")
    head.open(path)
    head.button("Đạt nội dung, ký nháy").click()
    head.button("Đạt nội dung, ký nháy").click()
    head.requires_text("Đã ghi nhận và chuyển Trần Văn Quang")
    leader = seated(window, "Lãnh đạo", viewport=PHONE)
    leader.open(path + "?ban=2")
    leader.button("Duyệt, ký").click()
    leader.requires_heading("Duyệt, ký bản 2")
    leader.requires_text("điều sai thể thức")
    leader.page.locator("form.act button.button-primary").click()
    leader.requires_text("SHA-256")


def test_a_draft_is_sent_and_taken_back_without_script(window):
    officer = seated(window, "Chuyên viên", javascript=False)
    path = drafted(officer, "Về việc cung cấp số liệu lỗ khoan")
    officer.open(path + "/trinh")
    officer.button("Trình", exact=True).click()
    officer.requires_text("Đã trình Vụ Khoáng sản")
    officer.button("Hoàn tác").click()
    officer.requires_text("Đã hoàn tác việc trình dự thảo")
    officer.requires_text("Đang soạn thảo")


def test_a_marked_draft_leaves_nothing(window, server):
    officer = seated(window, "Chuyên viên")
    path = drafted(officer, "Về việc thử dấu mật")
    officer.open(path + "/ban-moi")
    officer.page.get_by_label("Tệp Word của dự thảo").set_input_files(
        {"name": "mat.docx", "mimeType": WORD, "buffer": word("TUYỆT MẬT", "Nội dung")}
    )
    officer.page.locator("form.act button.button-primary").click()
    officer.requires_text("Hệ thống không nhận văn bản mật")
    officer.open(path)
    assert "mat.docx" not in officer.page.content()


def test_an_opinion_is_asked_and_stands_in_the_table_and_the_slip(window):
    subject = "Về việc góp ý quy chế phối hợp quản lý khoáng sản"
    officer = seated(window, "Chuyên viên")
    path = drafted(officer, subject)
    officer.open(path + "/y-kien/hoi")
    officer.page.get_by_label("Nội dung cần góp ý").fill("Điều 3 có trùng thẩm quyền không?")
    officer.page.get_by_label("Trả lời trước hết ngày").fill("31/12")
    officer.page.get_by_label("Vụ Pháp chế", exact=True).check()
    officer.key("Control+Enter")
    officer.requires_text("Đã gửi lấy ý kiến Vụ Pháp chế")

    officer.open(path + "/y-kien")
    officer.requires_text("Chưa trả lời")
    officer.open(path + "/phieu-trinh")
    officer.requires_text("Vụ Pháp chế: chưa trả lời")
