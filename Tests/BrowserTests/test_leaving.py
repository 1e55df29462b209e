"""An officer hands everything over to a colleague, and only then the administrator closes the account."""

from pages.screen import Screen
from pages.sign_in import seated
from test_follow_up import directed
from test_handling import registered

OFFICER = "/quan-tri/tai-khoan/cua/209"
COLLEAGUE = "Đỗ Thị Hồng Nhung, Văn thư Vụ, Vụ Khoáng sản"


def close_account(administrator: Screen) -> None:
    administrator.open(OFFICER)
    administrator.button("Đóng tài khoản", exact=True).click()
    administrator.page.locator("dialog[open]").get_by_label("Lý do đóng").fill("Chuyển công tác")


def test_an_officer_hands_over_and_the_administrator_closes_the_account(window, clerk):
    subject = "V/v cấp phép thăm dò đá hoa Núi Thoong"
    path = registered(clerk, "891", subject)
    directed(window, path)
    administrator = seated(window, "Quản trị")
    close_account(administrator)
    blocked = administrator.page.locator("dialog[open] .blocked button")
    assert blocked.is_disabled(), "còn việc thì không đóng được"
    administrator.requires_text("Hãy bàn giao trước.")

    officer = seated(window, "Chuyên viên")
    officer.open("/ban-giao")
    officer.requires_heading("Bàn giao khi nghỉ, chuyển công tác")
    officer.page.locator("summary", has_text="Việc giải quyết văn bản đến").click()
    officer.requires_text(subject)
    officer.page.get_by_label("Lý do", exact=False).first.select_option("transfer")
    officer.page.get_by_label("Người nhận cho tất cả").select_option(label=COLLEAGUE)
    officer.key("Control+Enter")
    officer.requires_heading("Bàn giao của Bùi Quốc Khánh")
    officer.requires_text("Đã bàn giao lúc")
    minutes = officer.page.request.get(
        officer.page.get_by_role("link", name="In biên bản (PDF)").first.get_attribute("href"))
    assert minutes.ok and minutes.body().startswith(b"%PDF")
    word = officer.page.request.get(officer.page.get_by_role("link", name="Word (.docx)").first.get_attribute("href"))
    assert word.ok and word.body().startswith(b"PK")

    colleague = seated(window, "Văn thư đơn vị", javascript=False)
    colleague.open("/viec-cua-toi")
    colleague.requires_text(subject)
    colleague.open("/thong-bao")
    colleague.requires_text("Của Bùi Quốc Khánh")

    close_account(administrator)
    administrator.page.locator("dialog[open]").get_by_role("button", name="Đóng tài khoản").click()
    administrator.requires_text("Đã đóng tài khoản; mọi phiên và mã truy cập đã kết thúc.")
    officer.open("/viec-cua-toi")
    assert "/dang-nhap" in officer.page.url, "phiên đang mở kết thúc ngay"
    # Other journeys of the same server need the officer.
    administrator.button("Mở lại tài khoản").click()
    administrator.requires_text("Đã mở khóa tài khoản.")
