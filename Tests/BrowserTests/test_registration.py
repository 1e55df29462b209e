"""The clerk's day: a paper comes, gets the next number, is found again, stands in the book."""

import re

from pages.register_book import RegisterBook
from pages.registration import Registration, WaitingPapers
from pages.search import Search
from papers import letter, pdf_text


def test_a_paper_without_a_file_gets_the_next_number(clerk):
    form = Registration(clerk).open_without_file()
    promised = form.next_number
    form.fill_letter("412", "SXD-VP", "V/v kiểm kê tài sản công sáu tháng cuối năm")
    assert form.save() == promised
    form.requires_heading("V/v kiểm kê tài sản công sáu tháng cuối năm")
    form.requires_text("Chưa có tệp")


def test_the_number_shown_follows_the_typed_day(clerk):
    form = Registration(clerk).open_without_file()
    form.wait_until_ready()
    shown = []
    clerk.on("response", lambda answer: shown.append(answer.url) if "/so-tiep-theo?" in answer.url and answer.ok else None)
    form.field("Ngày đến").focus()
    form.key("Control+a").type("13/11/2026").key("Tab")
    form.wait_for(lambda: shown, "số đến tiếp theo hỏi lại theo ngày", 10)
    assert "arrivalDate=13%2F11%2F2026" in shown[-1]
    assert form.next_number > 0


def test_a_dropped_pdf_is_read_and_its_fields_are_suggested(clerk, chromium, tmp_path):
    paper = letter(chromium, tmp_path, number=735, subject="rà soát quy hoạch thoát nước đô thị")
    waiting = WaitingPapers(clerk)
    waiting.open(WaitingPapers.PATH)
    waiting.drop(paper).wait_until_read(1)
    form = waiting.begin("cong-van-735")
    form.require(clerk.locator("[data-registration] img"), "ảnh trang văn bản")
    assert form.value("Số") == "735", form.saw()
    assert form.value("Ký hiệu") == "SXD-VP", form.saw()
    assert "thoát nước" in form.value("Trích yếu"), form.saw()
    number = form.save()
    book = RegisterBook(clerk).open_from_list()
    assert "735/SXD-VP" in book.line(number)


def test_save_and_next_keeps_the_day_and_the_next_papers_own_sender(clerk, chromium, tmp_path):
    waiting = WaitingPapers(clerk)
    waiting.open(WaitingPapers.PATH)
    papers = [
        letter(chromium, tmp_path, number=741, subject="lấn chiếm hành lang sông"),
        letter(chromium, tmp_path, number=742, subject="đấu giá quyền khai thác", issuer="SỞ TÀI CHÍNH TỈNH LÂM SƠN", notation="STC-GCS"),
    ]
    for paper in papers:
        waiting.drop(paper)
    waiting.wait_until_read(waiting.rows.count())
    form = waiting.begin("cong-van-741")
    form.requires_heading("Vào sổ văn bản đến")
    form.fill("Ngày đến", "13/11/2026").key("Alt+Enter")
    form.wait_for(lambda: "/cho/" in clerk.url and "?" in clerk.url, "văn bản kế", 30)
    form.saved_number()
    assert form.value("Ngày đến") == "13/11/2026", form.saw()
    other = waiting.open(WaitingPapers.PATH) and waiting.begin("cong-van-742")
    other.requires_heading("Vào sổ văn bản đến")
    other.open(f"{clerk.url}?issuer=S%E1%BB%9F%20kh%C3%A1c&arrivalDate=13/11/2026")
    assert "Tài chính" in other.value("Cơ quan ban hành (tác giả)"), other.saw()
    assert other.value("Ngày đến") == "13/11/2026", other.saw()


def test_enter_goes_from_the_subject_to_the_next_field_and_a_box_is_read(clerk, chromium, tmp_path):
    waiting = WaitingPapers(clerk)
    waiting.open(WaitingPapers.PATH)
    waiting.drop(letter(chromium, tmp_path, number=743, subject="nạo vét lòng hồ")).wait_until_read(1)
    form = waiting.begin("cong-van-743")
    form.wait_until_ready()
    before = form.value("Trích yếu")
    form.field("Trích yếu").focus()
    form.key("Enter")
    assert form.focused_label().startswith("Người ký"), form.focused_label()
    assert form.value("Trích yếu") == before
    # A box drawn over the sender's name fills the field that has the cursor.
    form.field("Người giữ bản giấy").focus()
    sheet = clerk.locator("figure.page").first.bounding_box()
    clerk.mouse.move(sheet["x"] + sheet["width"] * 0.05, sheet["y"] + sheet["height"] * 0.05)
    clerk.mouse.down()
    clerk.mouse.move(sheet["x"] + sheet["width"] * 0.45, sheet["y"] + sheet["height"] * 0.1, steps=4)
    clerk.mouse.up()
    form.wait_for(lambda: "XÂY DỰNG" in form.value("Người giữ bản giấy"), "chữ trong khung vừa vẽ", 10)
    assert form.focused_label().startswith("Người giữ bản giấy")


def test_turning_a_page_keeps_what_was_typed_and_then_shows_what_is_read(clerk, chromium, tmp_path):
    waiting = WaitingPapers(clerk)
    waiting.open(WaitingPapers.PATH)
    waiting.drop(letter(chromium, tmp_path, number=751, subject="cắm mốc hành lang đường thủy")).wait_until_read(1)
    form = waiting.begin("cong-van-751")
    form.wait_until_ready()
    form.fill("Trích yếu", "V/v do người gõ").fill("Người giữ bản giấy", "Văn thư")
    clerk.get_by_text("Sắp lại trang trước khi lưu").click()
    form.fill("Hướng", "Ngược lại").press("Xoay trang")
    # The page takes the new reading by itself, as nobody types meanwhile.
    form.wait_for(
        lambda: clerk.url.endswith(("/xoay", "/xem-lai")) and clerk.locator("[data-look-again]").count() == 0,
        "trang đã xoay được đọc lại", 120,
    )
    typed = [form.value(name) for name in ["Trích yếu", "Người giữ bản giấy"]]
    assert typed == ["V/v do người gõ", "Văn thư"], form.saw()
    assert clerk.locator("[name=pageCount]").input_value() == "1"
    form.fill("Số", "751").fill("Ký hiệu", "SXD-VP").fill("Cơ quan ban hành (tác giả)", "Sở Xây dựng tỉnh Lâm Sơn")
    form.fill("Ngày văn bản", "12/11/2026").fill("Tên loại", "Công văn")
    form.save()
    form.requires_heading("V/v do người gõ")


def test_a_paper_already_in_the_book_is_shown_before_a_number_is_used(clerk):
    first = Registration(clerk).open_without_file()
    first.fill_letter("900", "UBND-NC", "V/v tăng cường phòng cháy chữa cháy mùa khô", issuer="Ủy ban nhân dân xã Đông Hà")
    number = first.save()
    again = Registration(clerk).open_without_file()
    again.fill_letter("900", "UBND-NC", "V/v phòng cháy", issuer="Ủy ban nhân dân xã Đông Hà")
    again.press("Lưu", exact=True)
    again.requires_text("Có thể đã vào sổ rồi")
    again.requires_text(f"Số đến {number}")
    promised = again.next_number
    again.fill("Vẫn vào sổ, vì", "bản giấy đến sau bản điện tử")
    assert again.save() == promised, "số đã bị dùng khi còn cảnh báo trùng"


def test_a_subject_is_found_with_and_without_diacritics(clerk):
    form = Registration(clerk).open_without_file()
    subject = "V/v góp ý dự thảo định mức khảo sát lòng đường bến Đá Xanh"
    form.fill_letter("51", "SGT-KH", subject)
    form.save()
    search = Search(clerk)
    for words in ["dinh muc khao sat", "định mức", "duong ben da xanh", '"lòng đường"']:
        search.look_for(words).requires_result(subject)
    search.look_for("định mục").lacks_text(subject)


def test_a_cancelled_number_stays_as_a_line_with_its_reason(clerk):
    form = Registration(clerk).open_without_file()
    form.fill_letter("77", "STC-QLG", "V/v gửi nhầm cơ quan")
    number = form.save()
    form.press("Hủy số đến")
    form.fill("Lý do hủy", "văn bản gửi cho cơ quan khác")
    clerk.locator("dialog[open] button[type=submit], main form button[type=submit]").filter(
        has_text=re.compile("Hủy số")
    ).last.click()
    form.requires_text("đã hủy")
    book = RegisterBook(clerk).open_from_list()
    assert "văn bản gửi cho cơ quan khác" in book.line(number)
    after = Registration(clerk).open_without_file()
    assert after.next_number == number + 1


def test_a_refused_dialog_is_open_again_with_what_was_typed(clerk):
    form = Registration(clerk).open_without_file()
    form.fill_letter("78", "STC-QLG", "V/v hủy bị từ chối")
    form.save()
    form.press("Hủy số đến")
    # A browser without the limit, as an old one or a script.
    form.field("Lý do hủy").evaluate("e => e.removeAttribute('maxlength')")
    typed = "gửi nhầm " * 60
    form.fill("Lý do hủy", typed)
    clerk.locator("dialog[open] button[type=submit]").click()
    dialog = clerk.locator("dialog#huy-so")
    form.require(dialog.get_by_text("dài quá 500"), "lý do từ chối trong hộp thoại")
    form.wait_until_ready()
    assert dialog.evaluate("e => e.matches(':modal')"), "hộp thoại không mở lại"
    assert form.value("Lý do hủy") == typed
    assert form.focused_label().startswith("Lý do hủy"), form.focused_label()
    form.press("Thôi, không làm")
    dialog.wait_for(state="hidden")
    form.press("Hủy số đến").fill("Lý do hủy", "gửi nhầm")
    clerk.locator("dialog[open] button[type=submit]").click()
    form.requires_text("đã hủy")


def test_a_refused_form_keeps_everything_typed(clerk):
    form = Registration(clerk).open_without_file()
    form.fill_letter("88", "BTC-QLG", "V/v điều chỉnh dự toán", day="99/99/2026")
    form.press("Lưu", exact=True)
    form.requires_heading("Vào sổ văn bản đến")
    assert form.value("Trích yếu") == "V/v điều chỉnh dự toán"
    assert form.value("Số") == "88"
    assert clerk.locator(".is-refused").count() >= 1, form.saw()


def test_the_book_is_checked_and_has_no_hole(clerk):
    Registration(clerk).open_without_file().fill_letter("61", "SNV-CCVC", "V/v chế độ trực lễ").save()
    book = RegisterBook(clerk).open_from_list()
    book.press("Kiểm sổ")
    book.requires_text("không thiếu, không trùng")


def test_the_book_is_printed_as_pdf_and_as_a_spreadsheet(clerk):
    Registration(clerk).open_without_file().fill_letter("62", "SNV-CCVC", "V/v nâng bậc lương").save()
    book = RegisterBook(clerk).open_from_list()
    assert book.spreadsheet().startswith(b"PK")
    volume = book.open_from_list().printed()
    assert volume.file("PDF").startswith(b"%PDF-")
    text = pdf_text(volume.file("PDF"))
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN" in text and "V/v nâng bậc lương" in text, text[:3000]
