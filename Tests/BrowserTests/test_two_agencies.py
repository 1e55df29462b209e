"""One letter through two agencies: written from the template, checked, signed, numbered and issued in one; arrived, registered,
directed and answered in the other, each step on the sender's page. Desks by keyboard, leader and unit head on a phone."""

from playwright.sync_api import expect

from conftest import PHONE
from pages.drafting import completed
from pages.screen import Screen
from pages.sign_in import named, seated


def signed(window, subject: str) -> str:
    """A letter to the agency below, from its template to the signature; gives the draft's address."""
    officer = seated(window, "Chuyên viên")
    officer.open("/du-thao/moi")
    officer.page.get_by_label("Trích yếu").fill(subject)
    officer.page.get_by_label("Người ký dự kiến").select_option(label="Trần Văn Quang, Tổng cục trưởng")
    officer.page.locator("textarea[name=noi-nhan]").fill("Cục Địa chất miền Bắc")
    officer.key("Control+Enter")
    officer.requires_text("Đã tạo dự thảo")
    path = officer.page.url.split("?")[0]
    officer.key("w")
    officer.requires_text("Đã soạn bản 1 từ mẫu")
    officer.requires_text("mẫu trống, chưa có lời văn")
    completed(officer, path)
    officer.key("c")
    officer.requires_heading("Trình dự thảo")
    officer.key("Control+Enter")
    officer.requires_text("Đã trình Vụ Khoáng sản")

    head = seated(window, "Lãnh đạo đơn vị", viewport=PHONE)
    head.open("/viec-cua-toi")
    head.button(subject).click()
    head.button("Đạt nội dung, ký nháy").click()
    head.button("Đạt nội dung, ký nháy").click()
    head.requires_text("Đã ghi nhận và chuyển Chánh văn phòng")

    office = seated(window, "Chánh văn phòng")
    office.open(path)
    office.key("e")
    office.requires_heading("Kiểm tra thể thức")
    office.requires_text("Không thấy điều gì cần sửa")
    office.key("Control+Enter")
    office.requires_text("Đã ghi nhận và chuyển Trần Văn Quang")

    leader = seated(window, "Lãnh đạo", viewport=PHONE)
    leader.open("/viec-cua-toi?nhom=quyet")
    leader.button(subject).click()
    leader.button("Duyệt, ký").click()
    leader.page.locator("form.act button.button-primary").click()
    leader.requires_text("SHA-256")
    return path


def work_named(desk: Screen, subject: str) -> None:
    """Opens the row of this subject in «Việc của tôi» by its keys."""
    desk.open("/viec-cua-toi")
    rows = desk.page.locator("[data-rows] > li, li", has_text=subject)
    rows.first.locator("a").first.focus()
    desk.key("Enter")


def test_a_letter_is_signed_here_and_handled_there(window):
    subject = "Về việc rà soát trữ lượng cát lòng sông phục vụ cao tốc"
    signed(window, subject)

    clerk = seated(window, "Văn thư cơ quan")
    work_named(clerk, subject)
    clerk.requires_heading("Cấp số")
    clerk.key("Control+Enter")
    clerk.requires_text("Đã cấp số")
    code = clerk.page.locator(".document-line b.code").inner_text()
    path = clerk.page.url.split("?")[0]
    # The page follows the writing of number and date, and shows itself anew at its end.
    expect(clerk.page.get_by_text("phát hành được khi", exact=False)).to_have_count(0, timeout=90_000)
    clerk.requires_text(code.replace("/", "-") + ".pdf")
    clerk.key("e")
    clerk.requires_text(f"Đã phát hành văn bản {code}")

    below = named(window, "hanhlt")
    work_named(below, subject)
    below.requires_text("không sửa được")
    below.key("Enter")
    below.requires_text("Đã vào sổ")
    received = below.page.url.split("?")[0]
    expect(clerk.page.get_by_text("số đến", exact=False).first).to_be_visible(timeout=30_000)

    chief = named(window, "binhnv", viewport=PHONE)
    below.open(received)
    below.key("c")
    below.page.get_by_label("Nông Văn Bình", exact=False).first.check()
    below.key("Control+Enter")
    below.requires_text("Đã trình")
    chief.open("/viec-cua-toi?nhom=quyet")
    chief.button(subject).click()
    chief.button("Bút phê và chuyển").click()
    chief.page.get_by_label("Ý kiến chỉ đạo").fill("Nghiên cứu, tham mưu văn bản trả lời.")
    chief.page.get_by_label("Cần văn bản trả lời").check()
    chief.page.get_by_label("Ma Thị Dung", exact=False).first.select_option("lead")
    chief.button("Gửi bút phê").first.click()
    chief.requires_text("Đã ghi ý kiến chỉ đạo")
    expect(clerk.page.get_by_text("Đã phân công", exact=False).first).to_be_visible(timeout=30_000)

    officer = named(window, "dungmt")
    work_named(officer, subject)
    officer.key("a")
    officer.requires_text("Cần văn bản trả lời")
    officer.button("Soạn văn bản trả lời").click()
    officer.requires_heading("Soạn văn bản")
    expect(officer.page.get_by_label("Trích yếu")).to_have_value(f"Về việc trả lời Công văn số {code} của Tổng cục Quản lý Tài nguyên Địa chất")
    expect(officer.page.locator("textarea[name=noi-nhan]")).to_have_value("Tổng cục Quản lý Tài nguyên Địa chất")
    reply = "Về việc kết quả rà soát trữ lượng cát lòng sông phục vụ cao tốc"
    officer.page.get_by_label("Trích yếu").fill(reply)
    officer.page.get_by_label("Người ký dự kiến").select_option(label="Nông Văn Bình, Cục trưởng")
    officer.key("Alt+Enter")
    officer.requires_text("bản 1 soạn từ mẫu")
    answer = officer.page.url.split("?")[0]
    completed(officer, answer)
    officer.key("c")
    officer.requires_heading("Trình dự thảo")
    officer.key("Control+Enter")
    officer.requires_text("Đã trình Phòng Quản lý khoáng sản")
    for name, act in [("lanhtv", "Đạt nội dung, ký nháy"), ("khoihd", "Đạt thể thức, ký nháy")]:
        checker = named(window, name, viewport=PHONE)
        checker.open(answer)
        checker.button(act).click()
        checker.button(act).click()
        checker.requires_text("Đã ghi nhận")
    chief.open(answer)
    chief.button("Duyệt, ký").click()
    chief.page.locator("form.act button.button-primary").click()
    chief.requires_text("SHA-256")

    work_named(below, reply)
    below.requires_heading("Cấp số")
    below.key("Control+Enter")
    below.requires_text("Đã cấp số")
    expect(below.page.get_by_text("phát hành được khi", exact=False)).to_have_count(0, timeout=90_000)
    below.key("e")
    below.requires_text("Đã phát hành văn bản")

    # Issuing the reply completed the officer's work, and the letter's line on its sender's page says so.
    officer.open(received)
    officer.requires_text("Đã giải quyết")
    expect(clerk.page.get_by_text("Đã giải quyết", exact=False).first).to_be_visible(timeout=30_000)
    work_named(clerk, reply)
    clerk.key("Enter")
    clerk.requires_text("Đã vào sổ")
