"""What a unit of the agency does with a document that was sent to it: by keyboard for its head and its officer, each step
seen on the sender's open page without asking."""

from playwright.sync_api import expect

from pages.screen import Screen
from papers import letter
from test_between_agencies import enter_as
from test_outgoing import number

UNIT = "Vụ Khoáng sản"


def test_a_unit_takes_a_document_up_assigns_it_and_reports_by_keyboard(clerk, window, chromium, tmp_path):
    subject = "V/v báo cáo tình hình cấp phép khai thác đá vôi"
    desk = Screen(clerk)
    day = clerk.evaluate("new Date(Date.now() + 9 * 86400000).toLocaleDateString('en-GB')")
    paper = letter(chromium, tmp_path, number=951, subject=subject, by_hand=True)
    path = number(desk, subject, paper, places=UNIT, reply=day)
    expect(clerk.get_by_text("chưa đọc xong")).to_have_count(0, timeout=90_000)
    desk.open(path)
    desk.key("e")
    desk.requires_text("Đã phát hành văn bản")
    line = clerk.locator("#noi-nhan li", has_text=UNIT)
    expect(line).to_contain_text("Đã gửi")

    head = enter_as(window, "Hoàng Văn Thắng")
    head.open("/viec-cua-toi")
    row = head.page.locator("li[data-row]", has_text=subject)
    assert "Nhận, phân công" in row.inner_text(), row.inner_text()
    row.get_by_role("link").first.click()
    head.requires_text(f"Việc của {UNIT}: thực hiện văn bản này, hạn")
    expect(line).to_contain_text("Đã xem", timeout=15_000)
    head.key("a")
    head.requires_text("Đã nhận việc")
    expect(line).to_contain_text("Đang xử lý", timeout=15_000)
    head.key("c")
    head.field("Người thực hiện").select_option(label="Bùi Quốc Khánh, Chuyên viên")
    head.field("Ý kiến").fill("Rà các giấy phép cấp trước năm 2020.")
    head.page.locator("dialog[open] button", has_text="Phân công").press("Enter")
    head.requires_text("Đã phân công Bùi Quốc Khánh")
    head.key("u")
    head.requires_text("Đã hoàn tác việc phân công")
    head.key("c")
    head.field("Người thực hiện").select_option(label="Bùi Quốc Khánh, Chuyên viên")
    head.page.locator("dialog[open] button", has_text="Phân công").press("Enter")
    head.requires_text("Đã phân công Bùi Quốc Khánh")
    expect(line).to_contain_text("giao Bùi Quốc Khánh", timeout=15_000)

    officer = enter_as(window, "Bùi Quốc Khánh")
    officer.open("/viec-cua-toi")
    officer.page.locator("li[data-row]", has_text=subject).get_by_role("link").first.click()
    officer.requires_text("Hoàng Văn Thắng giao")
    officer.key("a")
    officer.requires_text("Đã nhận việc")
    officer.key("e")
    officer.field("Kết quả").fill("Đã rà 14 giấy phép")
    officer.page.locator("dialog[open] button", has_text="Hoàn thành").press("Enter")
    officer.requires_text("Đã hoàn thành việc")
    expect(line).to_contain_text("đã báo kết quả", timeout=15_000)

    head.open(path)
    head.key("e")
    assert head.value("Kết quả") == "Đã rà 14 giấy phép", "kết quả của chuyên viên điền sẵn"
    head.page.locator("dialog[open] button", has_text="Hoàn thành").press("Enter")
    head.requires_text("Đã hoàn thành việc")
    expect(line).to_contain_text("Đã xong", timeout=15_000)
    desk.open(path)
    expect(clerk.locator("#tra-loi li", has_text=UNIT)).to_contain_text("Đã trả lời")


def test_a_unit_sends_back_what_is_not_theirs_and_a_recall_stops_what_an_officer_has(clerk, window, chromium, tmp_path):
    subject = "V/v đăng ký tập huấn nghiệp vụ lưu trữ"
    desk = Screen(clerk)
    paper = letter(chromium, tmp_path, number=952, subject=subject, by_hand=True)
    path = number(desk, subject, paper, places=UNIT)
    expect(clerk.get_by_text("chưa đọc xong")).to_have_count(0, timeout=90_000)
    desk.open(path)
    desk.key("e")
    desk.requires_text("Đã phát hành văn bản")
    line = clerk.locator("#noi-nhan li", has_text=UNIT)

    head = enter_as(window, "Hoàng Văn Thắng")
    head.open(path)
    head.key("r")
    head.page.locator("dialog[open] button", has_text="Trả lại").press("Enter")
    head.field("Lý do").fill("Không thuộc nhiệm vụ của Vụ")
    head.page.locator("dialog[open] button", has_text="Trả lại").press("Enter")
    head.requires_text("Đã trả lại")
    expect(line).to_contain_text("Không thuộc nhiệm vụ của Vụ", timeout=15_000)
    desk.button("Gửi thêm").click()
    desk.field("Nơi nhận").fill(UNIT)
    clerk.locator("dialog[open] button", has_text="Gửi thêm").click()
    desk.requires_text(f"Đã gửi thêm: {UNIT}")

    head.open(path)
    told = head.page.locator("main [data-key]").evaluate_all("all => all.map(e => e.dataset.key)")
    assert {"a", "c", "e", "r"} <= set(told), told
    head.key("c")
    head.field("Người thực hiện").select_option(label="Bùi Quốc Khánh, Chuyên viên")
    head.page.locator("dialog[open] button", has_text="Phân công").press("Enter")
    head.requires_text("Đã phân công Bùi Quốc Khánh")
    officer = enter_as(window, "Bùi Quốc Khánh")
    officer.open(path)
    officer.requires_text(subject)
    desk.open(path)
    desk.button("Thu hồi", exact=True).click()
    desk.field("Lý do thu hồi").fill("Sai phụ lục")
    clerk.locator("dialog[open] button", has_text="Thu hồi").click()
    desk.requires_text("Đã thu hồi văn bản")
    expect(clerk.locator("#noi-nhan li", has_text=UNIT)).to_contain_text("Đã báo thu hồi")
    officer.open("/thong-bao")
    officer.requires_text("Sai phụ lục")
