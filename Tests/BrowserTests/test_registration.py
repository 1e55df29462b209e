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
