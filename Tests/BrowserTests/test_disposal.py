"""A dossier whose retention is over is reviewed, decided on and destroyed: what is left is that there was one."""

from pages.screen import Screen
from pages.search import Search
from pages.sign_in import seated
from papers import letter
from test_archive import close

TITLE = "Kiểm tra mỏ cát Bãi Lau năm 2015"
WORD = "quangmocbailau"  # stands nowhere else
COUNCIL = {"Chánh văn phòng": "Vũ Thị Thanh Mai", "Lưu trữ": "Ngô Thị Kim Liên", "Lãnh đạo đơn vị": "Hoàng Văn Thắng"}


def over(officer: Screen) -> str:
    """A dossier kept two years whose work ended in 2015, still with its unit."""
    officer.open("/ho-so/mo")
    officer.page.get_by_label("Tiêu đề hồ sơ").fill(TITLE)
    officer.page.get_by_label("Thời hạn bảo quản").select_option("2")
    officer.page.get_by_label("Ngày bắt đầu").fill("05/01/2015")
    officer.page.get_by_label("Từ khóa").fill(WORD)
    officer.key("Control+Enter")
    officer.requires_text("Đã mở hồ sơ")
    dossier = officer.page.url.split("?")[0].removesuffix("/van-ban")
    officer.open(dossier + "/van-ban").key("t")
    dialog = officer.page.locator("dialog[open]")
    dialog.locator("input[type=file]").set_input_files(
        {"name": "ghi-chep.txt", "mimeType": "text/plain", "buffer": "Ghi chép tại hiện trường".encode()}
    )
    dialog.get_by_label("Là tài liệu gì").fill("Ghi chép tại hiện trường")
    dialog.get_by_label("Ngày của tài liệu").fill("12/08/2015")
    dialog.get_by_label("Đã xem từng trang").check()
    officer.press("Thêm vào hồ sơ")
    officer.requires_text("Ghi chép tại hiện trường")
    close(officer, dossier)
    return dossier


def choose(screen: Screen, label: str, name: str) -> None:
    """Somebody from a list of all people of the agency."""
    field = screen.page.get_by_label(label)
    field.select_option(field.locator("option", has_text=name).first.get_attribute("value"))


def reviewed(archivist: Screen, title: str) -> str:
    """The list with the dossier in it, before its council."""
    page = archivist.page
    archivist.open("/luu-tru/xet-huy")
    page.get_by_label("Tên đợt xét hủy mới").fill("Xét hủy tài liệu hết thời hạn")
    page.get_by_role("button", name="Lập đợt xét hủy").click()
    archivist.requires_text("Chọn hồ sơ đưa vào danh mục")
    page.get_by_role("row").filter(has_text=title).get_by_role("checkbox").check()
    archivist.key("Control+Enter")
    archivist.requires_text("Đã đưa 1 hồ sơ vào danh mục xét hủy")
    for label, name in zip(["Chủ tịch hội đồng", "Thư ký hội đồng", "Ủy viên 1"], COUNCIL.values()):
        choose(archivist, label, name)
    archivist.press("Ghi hội đồng")
    archivist.requires_text("Đã ghi hội đồng xét hủy 3 người")
    archivist.press("Trình hội đồng xét")
    archivist.requires_text("Đã trình hội đồng")
    return page.url.split("?")[0]


def test_a_dossier_is_reviewed_decided_on_and_gone(chromium, window, tmp_path):
    officer, archivist = seated(window, "Chuyên viên"), seated(window, "Lưu trữ")
    dossier = over(officer)
    Search(officer.page).open("/viec-cua-toi").look_for(WORD).requires_result(TITLE)
    review = reviewed(archivist, TITLE)

    for role in COUNCIL:
        member = archivist if role == "Lưu trữ" else seated(window, role)
        member.open(review)
        member.press("Đồng ý hủy các hồ sơ còn lại")
        member.requires_text("Đã ghi ý kiến")

    leader = seated(window, "Lãnh đạo")
    leader.open(review)
    leader.page.get_by_label("Số, ký hiệu quyết định").fill("12/QĐ-TCĐC")
    leader.page.get_by_label("Ngày quyết định").fill(leader.page.evaluate("new Date().toLocaleDateString('vi-VN')"))
    signed = letter(chromium, tmp_path, number=12, subject="hủy tài liệu hết giá trị")
    leader.page.get_by_label("Tệp quyết định đã ký").set_input_files(signed)
    leader.press("Quyết định hủy", exact=True)
    leader.requires_text("chờ lưu trữ tiến hành hủy")

    archivist.open(review)
    archivist.press("Tiến hành hủy")
    archivist.requires_text("Đang hủy")

    def is_done():
        archivist.page.reload()
        return archivist.page.get_by_text("Đã hủy xong").count() > 0

    archivist.wait_for(is_done, "đã hủy xong", 30)
    archivist.requires_text("Biên bản hủy tài liệu")

    archivist.open(dossier)
    archivist.requires_text("Đã hủy")
    archivist.lacks_text(TITLE)
    archivist.requires_text("12/QĐ-TCĐC")
    archivist.open(dossier + "/van-ban")
    archivist.lacks_text("Ghi chép tại hiện trường")
    for person in [officer, archivist]:
        Search(person.page).open("/viec-cua-toi").look_for(WORD)
        person.lacks_text(TITLE)
