"""The plan of dossiers of a year: the archivist begins it, a unit proposes its dossier, the archivist arranges and puts it
before the head, the head approves, the registry issues it, and it can be printed."""

from playwright.sync_api import expect

from conftest import PHONE
from pages.screen import Screen
from pages.sign_in import named, seated

YEAR = 2025
PLAN = f"/ho-so/danh-muc/{YEAR}"


def heading(desk: Screen, title: str, abbreviation: str) -> None:
    desk.open(PLAN)
    desk.press("Thêm đề mục")
    desk.fill("Tên đề mục", title)
    desk.fill("Viết tắt", abbreviation)
    desk.key("Control+Enter")
    desk.requires_text(f"Đã thêm đề mục «{title}»")


def dossier(desk: Screen, under: str, title: str, term: str, maker: str) -> None:
    desk.open(PLAN)
    desk.press("Thêm hồ sơ", exact=True)
    desk.fill("Đề mục", under)
    desk.fill("Tiêu đề hồ sơ", title)
    desk.field("Thời hạn bảo quản").fill(term)
    desk.fill("Người lập", maker)
    desk.page.keyboard.press("Escape")
    desk.press("Thêm hồ sơ", exact=True)
    desk.requires_text(f"Đã thêm hồ sơ «{title}»")


def notations(desk: Screen) -> list[str]:
    return [text.split("\n")[0] for text in desk.texts("table.data td:first-child .code")]


def test_a_plan_goes_from_the_unit_to_the_decision(window):
    archivist = seated(window, "Lưu trữ")
    archivist.open(PLAN)
    archivist.requires_heading(f"Danh mục hồ sơ năm {YEAR}")
    archivist.press(f"Lập danh mục năm {YEAR}")
    archivist.requires_text("Danh mục chưa có đề mục nào")
    heading(archivist, "Tổ chức cán bộ", "TCCB")
    heading(archivist, "Khoáng sản", "KS")
    dossier(archivist, "I. Tổ chức cán bộ", "Tuyển dụng công chức", "20 năm", "Vụ Tổ chức cán bộ (cả đơn vị)")

    # A unit, on a phone and without script.
    unit = seated(window, "Lãnh đạo đơn vị", viewport=PHONE, javascript=False)
    unit.open(PLAN)
    unit.press("Thêm hồ sơ", exact=True)
    unit.fill("Đề mục", "II. Khoáng sản")
    unit.fill("Tiêu đề hồ sơ", "Cấp phép thăm dò")
    unit.field("Thời hạn bảo quản").fill("mãi mãi")
    unit.press("Thêm hồ sơ", exact=True)
    unit.requires_text("Ghi «Vĩnh viễn» hoặc số năm")
    assert unit.value("Tiêu đề hồ sơ") == "Cấp phép thăm dò"
    unit.field("Thời hạn bảo quản").fill("vĩnh viễn")
    unit.press("Thêm hồ sơ", exact=True)
    unit.requires_text("Đã thêm hồ sơ «Cấp phép thăm dò»")
    assert unit.page.get_by_role("button", name="Trình duyệt").count() == 0

    # The order of headings is the order of numbers.
    archivist.open(PLAN)
    assert notations(archivist) == ["01.TCCB", "02.KS"]
    archivist.press("Sắp xếp", exact=True)
    archivist.page.get_by_role("button", name="Lên: II. Khoáng sản (KS)").click()
    archivist.requires_text("Đã chuyển đề mục «Khoáng sản» lên")
    assert notations(archivist) == ["01.KS", "02.TCCB"]
    archivist.press("Sắp xếp xong")
    archivist.press("Trình duyệt")
    archivist.requires_text("Đã trình lãnh đạo duyệt")

    leader = seated(window, "Lãnh đạo")
    leader.open("/viec-cua-toi")
    leader.page.get_by_role("link", name=f"Danh mục hồ sơ năm {YEAR}").first.click()
    leader.press("Trả lại để sửa")
    leader.fill("Lý do", "thiếu hồ sơ của Thanh tra")
    leader.press("Trả lại", exact=True)
    leader.requires_text("Đã trả lại để sửa")
    archivist.open(PLAN)
    archivist.requires_text("thiếu hồ sơ của Thanh tra")
    archivist.press("Trình duyệt")
    archivist.requires_text("Đã trình lãnh đạo duyệt")
    leader.open(PLAN)
    leader.press("Duyệt", exact=True)
    leader.requires_text("Văn thư được báo để ban hành")

    clerk = seated(window, "Văn thư cơ quan")
    clerk.open("/viec-cua-toi")
    clerk.page.get_by_role("link", name=f"Danh mục hồ sơ năm {YEAR}").first.click()
    clerk.press("Ban hành", exact=True)
    clerk.fill("Số, ký hiệu quyết định", "45/QĐ-TCTNĐC")
    clerk.field("Ngày quyết định").fill(f"05/01/{YEAR}")
    clerk.page.keyboard.press("Escape")
    clerk.press("Ban hành", exact=True)
    clerk.requires_text(f"Đã ban hành danh mục hồ sơ năm {YEAR} theo Quyết định số 45/QĐ-TCTNĐC ngày 05/01/{YEAR}")
    expect(clerk.page.get_by_text("tạm", exact=True)).to_have_count(0)
    for ending, begins in [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")]:
        answer = clerk.page.request.get(f"{PLAN}/danh-muc-ho-so.{ending}", timeout=60_000)
        assert answer.ok and answer.body().startswith(begins), ending

    # What comes up later is an addition with a number of its own.
    officer = named(window, "khanhbq")
    officer.open(PLAN)
    officer.press("Thêm hồ sơ bổ sung")
    officer.fill("Đề mục", "I. Khoáng sản")
    officer.fill("Tiêu đề hồ sơ", "Đấu giá quyền khai thác")
    officer.field("Thời hạn bảo quản").fill("20 năm")
    officer.page.keyboard.press("Escape")
    officer.press("Thêm hồ sơ", exact=True)
    officer.requires_text("Đã thêm hồ sơ «Đấu giá quyền khai thác»")
    officer.requires_text("bổ sung lần 1")
    assert notations(officer) == ["01.KS", "03.KS", "02.TCCB"]
