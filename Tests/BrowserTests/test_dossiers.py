"""A matter from the letter to the closed dossier: nothing that is known already is typed again."""

import re
import subprocess

from playwright.sync_api import expect

from pages.screen import Screen
from pages.sign_in import seated
from test_handling import registered


def given_to_the_officer(window, path: str):
    """The leader gives it to the unit, whose head gives it to the officer, who takes it."""
    leader = seated(window, "Lãnh đạo")
    leader.open(path + "/but-phe")
    leader.page.get_by_label("Ý kiến chỉ đạo").fill("Giao Vụ Khoáng sản")
    leader.page.locator("#f-vai-u105").select_option("lead")
    leader.key("Control+Enter")
    leader.requires_text("Đã ghi ý kiến chỉ đạo")
    head = seated(window, "Lãnh đạo đơn vị")
    head.open(path)
    head.key("c")
    head.page.get_by_label("Bùi Quốc Khánh", exact=False).first.select_option("lead")
    head.key("Control+Enter")
    head.requires_text("Đã phân công Bùi Quốc Khánh")
    officer = seated(window, "Chuyên viên")
    officer.open(path)
    officer.key("a")
    officer.requires_text("Đã nhận việc")
    return officer, head


def printed(person: Screen, path: str, folder) -> str:
    """What stands on a print, its blanks run together."""
    answer = person.page.request.get(path)
    assert answer.status == 200, answer.status
    target = folder / "print.pdf"
    target.write_bytes(answer.body())
    said = subprocess.run(["pdftotext", "-layout", str(target), "-"], capture_output=True, text=True, check=True).stdout
    return re.sub(r"\s+", " ", said)


def test_a_matter_goes_from_the_letter_to_the_closed_dossier(window, clerk, tmp_path):
    subject = "V/v thống kê mỏ đá làm vật liệu thông thường"
    path = registered(clerk, "981", subject)
    officer, head = given_to_the_officer(window, path)
    officer.key("m")
    officer.requires_heading("Đưa vào hồ sơ")
    officer.key("m")
    assert officer.value("Tiêu đề hồ sơ") == "Thống kê mỏ đá làm vật liệu thông thường"
    officer.page.get_by_label("Thời hạn bảo quản").select_option("20")
    officer.key("Control+Enter")
    officer.requires_text("Đã mở hồ sơ")
    officer.requires_text("981/SXD-VP")
    dossier = officer.page.url.split("/van-ban")[0]

    officer.press("Kết thúc")
    officer.requires_text("chưa giải quyết xong")
    assert officer.page.get_by_role("button", name="Kết thúc hồ sơ").is_disabled()

    officer.open(path)
    officer.key("e")
    officer.page.get_by_label("Kết quả giải quyết").fill("Đã thống kê xong")
    officer.key("Control+Enter")
    officer.requires_text("Đã ghi kết quả")
    head.open(path)
    head.key("e")
    head.page.get_by_label("Kết quả giải quyết").fill("Vụ đã làm xong")
    head.key("Control+Enter")
    head.requires_text("Đã ghi kết quả")

    officer.open(dossier)
    officer.page.get_by_label("Viết ghi chú").fill("Sở đã gửi số liệu bổ sung.")
    officer.press("Ghi vào hồ sơ")
    officer.requires_text("Sở đã gửi số liệu bổ sung.")
    officer.open(dossier + "/van-ban")
    officer.key("t")
    officer.page.locator("dialog[open] input[type=file]").set_input_files(
        {"name": "ghi-am.txt", "mimeType": "text/plain", "buffer": "Biên bản làm việc tại mỏ".encode()}
    )
    officer.page.locator("dialog[open]").get_by_label("Là tài liệu gì").fill("Ghi chép tại hiện trường")
    officer.page.locator("dialog[open]").get_by_label("Đã xem từng trang").check()
    officer.press("Thêm vào hồ sơ")
    officer.requires_text("Ghi chép tại hiện trường")
    officer.press("Thêm thành phần")
    officer.page.locator("dialog[open]").get_by_label("Tên thành phần").fill("Ghi chép hiện trường")
    officer.page.locator("dialog[open]").get_by_role("button", name="Thêm thành phần").click()
    officer.requires_text("Đủ thành phần bắt buộc")

    officer.press("Kết thúc")
    officer.key("Control+Enter")
    officer.requires_text("Đã kết thúc hồ sơ")
    said = printed(officer, dossier + "/in/muc-luc.pdf", tmp_path)
    for words in ["MỤC LỤC VĂN BẢN, TÀI LIỆU", "981/SXD-VP", "Ghi chép tại hiện trường", "Sở Xây dựng"]:
        assert words in said, f"thiếu «{words}»: {said}"
    said = printed(officer, dossier + "/in/chung-tu-ket-thuc.pdf", tmp_path)
    assert "CHỨNG TỪ KẾT THÚC" in said and "hai văn bản, tài liệu" in said, said
    officer.open(path)
    officer.requires_text("Nằm trong hồ sơ")
    Screen(clerk).open(path).requires_text("Đã lưu hồ sơ")


def test_without_script_a_dossier_is_opened_shared_and_closed_again(window):
    officer = seated(window, "Chuyên viên", javascript=False)
    officer.open("/ho-so/mo")
    officer.page.get_by_label("Tiêu đề hồ sơ").fill("Việc không cần kịch bản")
    officer.page.get_by_label("Thời hạn bảo quản").select_option("5")
    officer.button("Mở hồ sơ").click()
    officer.requires_text("Đã mở hồ sơ")
    officer.page.get_by_role("navigation", name="Các phần của hồ sơ").get_by_role("link", name="Người tham gia").click()
    officer.page.get_by_label("Thêm đơn vị, cá nhân").select_option(label="Vụ Pháp chế (lãnh đạo, văn thư đơn vị)")
    officer.button("Thêm vào hồ sơ").click()
    officer.requires_text("Được xem hồ sơ")
    officer.button("Gửi đề nghị").click()
    officer.requires_text("Đã gửi đề nghị thêm Vụ Pháp chế")
    officer.requires_text("đang chờ xác nhận")
    dossier = officer.page.url.split("/tham-gia")[0]
    head = seated(window, "Lãnh đạo đơn vị", javascript=False)
    head.open("/viec-cua-toi")
    head.page.get_by_role("link", name="Việc không cần kịch bản").click()
    head.button("Xác nhận thay đổi").click()
    head.requires_text("Đã xác nhận: thêm Vụ Pháp chế")
    head.open(dossier)
    head.page.get_by_role("link", name="Lượt truy cập").click()
    head.requires_text("của")
    expect(head.page.get_by_role("heading", name="Theo người")).to_be_visible()
    officer.open(dossier + "/tham-gia")
    officer.page.get_by_label("Người lập mới").select_option(index=1)
    officer.button("Xem ai thêm, ai mất quyền").click()
    officer.requires_text("Đổi người lập hồ sơ sang")
    stranger = seated(window, "Văn thư đơn vị")
    stranger.open(dossier)
    expect(stranger.page.get_by_role("heading", name="Việc không cần kịch bản")).to_be_visible()
