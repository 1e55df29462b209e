"""A dossier goes to the archive, comes back to be mended, and is taken over: from then on everybody only reads it."""

from playwright.sync_api import expect

from pages.screen import Screen
from pages.sign_in import seated
from test_dossiers import printed


def add_file(officer: Screen, dossier: str, name: str, title: str, text: str) -> None:
    officer.open(dossier + "/van-ban")
    officer.key("t")
    dialog = officer.page.locator("dialog[open]")
    dialog.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    dialog.get_by_label("Là tài liệu gì").fill(title)
    dialog.get_by_label("Đã xem từng trang").check()
    officer.press("Thêm vào hồ sơ")
    officer.requires_text(title)


def close(officer: Screen, dossier: str) -> None:
    officer.open(dossier + "/ket-thuc")
    officer.page.get_by_role("button", name="Kết thúc hồ sơ").click()
    officer.requires_text("Đã kết thúc hồ sơ")


def test_a_dossier_is_given_back_mended_and_taken_over(window, tmp_path):
    title = "Kiểm tra mỏ đá Núi Voi để nộp lưu"
    officer = seated(window, "Chuyên viên")
    officer.open("/ho-so/mo")
    officer.page.get_by_label("Tiêu đề hồ sơ").fill(title)
    officer.page.get_by_label("Thời hạn bảo quản").select_option("20")
    officer.key("Control+Enter")
    officer.requires_text("Đã mở hồ sơ")
    dossier = officer.page.url.split("?")[0].removesuffix("/van-ban")
    add_file(officer, dossier, "ghi-chep.txt", "Ghi chép tại hiện trường", "Ghi chép buổi làm việc tại mỏ")
    close(officer, dossier)
    officer.page.get_by_role("button", name="Nộp lưu trữ").click()
    officer.requires_text("chờ lưu trữ nhận")

    archivist = seated(window, "Lưu trữ")
    archivist.open("/viec-cua-toi")
    archivist.requires_text("Hồ sơ chờ nhận")
    archivist.open("/luu-tru")
    archivist.page.get_by_role("link", name=title).click()
    archivist.requires_text("hồ sơ không nằm trong danh mục đã ban hành")
    archivist.page.get_by_label("Lý do trả lại").fill("Thiếu biên bản làm việc")
    archivist.page.get_by_role("button", name="Trả lại", exact=True).click()
    archivist.requires_text("Đã trả hồ sơ")

    officer.open(dossier + "/ket-thuc")
    officer.requires_text("Thiếu biên bản làm việc")
    officer.page.get_by_label("Lý do mở lại").fill("Bổ sung biên bản")
    officer.page.get_by_role("button", name="Mở lại hồ sơ").click()
    officer.requires_text("Đã mở lại hồ sơ")
    add_file(officer, dossier, "bien-ban.txt", "Biên bản làm việc", "Biên bản làm việc ngày hôm nay")
    close(officer, dossier)
    officer.open("/luu-tru/nop")
    row = officer.page.get_by_role("row").filter(has_text=title)
    row.get_by_role("checkbox").check()
    officer.key("Control+Enter")
    officer.requires_text("Đã nộp 1 hồ sơ")
    transfer = officer.page.url.split("?")[0]

    archivist.open("/luu-tru")
    archivist.page.get_by_role("link", name=title).click()
    archivist.page.get_by_label("Ý kiến của lưu trữ").fill("Việc phát sinh ngoài danh mục, đủ tài liệu.")
    archivist.key("Control+Enter")
    archivist.requires_text("vào lưu trữ; từ nay chỉ còn xem")

    for person in [officer, seated(window, "Lãnh đạo đơn vị"), archivist]:
        person.open(dossier)
        person.requires_text("Đã vào lưu trữ")
        expect(person.page.get_by_role("button", name="Sửa thông tin")).to_be_disabled()
    officer.open(dossier + "/ket-thuc")
    assert officer.page.get_by_role("button", name="Mở lại hồ sơ").count() == 0

    said = printed(officer, transfer + "/in/muc-luc.pdf", tmp_path)
    for words in ["MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU", "Kiểm tra mỏ đá Núi Voi", "một hồ sơ (đơn vị bảo quản)", "NGƯỜI LẬP"]:
        assert words in said, f"thiếu «{words}»: {said}"
    said = printed(archivist, transfer + "/in/bien-ban.pdf", tmp_path)
    for words in ["BIÊN BẢN", "BÊN GIAO: Vụ Khoáng sản", "Tổng số hồ sơ: 1", "Tổng số tệp tin trong hồ sơ: 2"]:
        assert words in said, f"thiếu «{words}»: {said}"
    for form in ["muc-luc.xlsx", "muc-luc.docx", "bien-ban.docx"]:
        answer = archivist.page.request.get(f"{transfer}/in/{form}")
        assert answer.status == 200 and answer.body()[:2] == b"PK", form


def test_without_script_a_dossier_is_kept_longer_by_consent(window):
    officer = seated(window, "Chuyên viên", javascript=False)
    officer.open("/ho-so/mo")
    officer.page.get_by_label("Tiêu đề hồ sơ").fill("Hồ sơ đang cho thanh tra mượn")
    officer.page.get_by_label("Thời hạn bảo quản").select_option("20")
    officer.button("Mở hồ sơ").click()
    officer.requires_text("Đã mở hồ sơ")
    dossier = officer.page.url.split("?")[0].removesuffix("/van-ban")
    officer.open(dossier + "/van-ban")
    officer.page.get_by_role("link", name="Thêm tài liệu").or_(officer.page.get_by_role("button", name="Thêm tài liệu")).first.click()
    officer.page.locator("input[type=file]").first.set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": "Giấy mượn hồ sơ".encode()}
    )
    officer.page.get_by_label("Là tài liệu gì").first.fill("Giấy mượn")
    officer.page.get_by_label("Đã xem từng trang").first.check()
    officer.button("Thêm vào hồ sơ").click()
    officer.requires_text("Giấy mượn")
    close(officer, dossier)
    officer.page.get_by_role("link", name="Xin giữ lại").click()
    officer.page.get_by_label("Lý do").fill("Thanh tra đang dùng")
    officer.page.get_by_label("Giữ đến hết ngày").fill("01/01/2100")
    officer.button("Gửi đề nghị").click()
    officer.requires_text("Chọn ngày sau")
    assert officer.value("Lý do") == "Thanh tra đang dùng"
    latest = officer.page.locator("main").inner_text().split("Chậm nhất ")[1][:10]
    officer.page.get_by_label("Giữ đến hết ngày").fill(latest)
    officer.button("Gửi đề nghị").click()
    officer.requires_text("Đã gửi đề nghị giữ lại hồ sơ")
    head = seated(window, "Chánh văn phòng", javascript=False)
    head.open("/viec-cua-toi")
    head.page.get_by_role("link", name="Hồ sơ đang cho thanh tra mượn").click()
    head.button("Đồng ý", exact=True).click()
    head.requires_text("Đã đồng ý cho giữ hồ sơ")
    head.open("/luu-tru?phan=giu-lai")
    head.requires_text("Hồ sơ đang cho thanh tra mượn")
