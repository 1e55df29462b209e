"""Reports are collected by a form: the asking unit makes it, the agency below fills it in by keyboard, a unit sends an
Excel file that is wrong at first, and the merged sheet holds what both sent."""

import zipfile
from xml.etree import ElementTree

from playwright.sync_api import expect

from pages.screen import Screen
from pages.sign_in import seated
from papers import letter
from test_between_agencies import BELOW, enter_as
from test_outgoing import number

UNIT = "Vụ Pháp chế"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def filled(template, target, rows: list[list[str]]):
    """The downloaded template with rows of inline text below its heads, as a person's Excel would save it."""
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                tree = ElementTree.fromstring(data)
                body = tree.find(f"{SHEET}sheetData")
                for index, values in enumerate(rows, start=2):
                    row = ElementTree.SubElement(body, f"{SHEET}row", r=str(index))
                    for place, value in enumerate(values):
                        cell = ElementTree.SubElement(row, f"{SHEET}c", r=f"{'ABC'[place]}{index}", t="inlineStr")
                        text = ElementTree.SubElement(ElementTree.SubElement(cell, f"{SHEET}is"), f"{SHEET}t")
                        text.text = value
                data = ElementTree.tostring(tree)
            made.writestr(name, data)
    return target


def words(path) -> str:
    """Everything that a sheet says, as one text."""
    with zipfile.ZipFile(path) as book:
        return " ".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/"))


def column(screen: Screen, index: int, title: str, kind: str, **more) -> None:
    page = screen.page
    page.locator(f"[name=cot-ten-{index}]").fill(title)
    page.locator(f"[name=cot-loai-{index}]").select_option(label=kind)
    for name, value in more.items():
        page.locator(f"[name=cot-{name.replace('_', '-')}-{index}]").fill(value)


def test_a_form_is_made_filled_in_by_keyboard_and_by_excel_and_merged(clerk, window, chromium, tmp_path):
    subject = "V/v báo cáo kết quả kiểm tra các điểm mỏ quý này"
    desk = Screen(clerk)
    path = number(desk, subject, letter(chromium, tmp_path, number=921, subject=subject, by_hand=True), places=f"{BELOW}\n{UNIT}")
    expect(clerk.get_by_text("chưa đọc xong")).to_have_count(0, timeout=90_000)
    desk.open(path)
    desk.key("e")
    desk.requires_text("Đã phát hành văn bản")

    desk.page.get_by_role("link", name="Lập biểu thu báo cáo").click()
    desk.requires_heading("Lập biểu thu báo cáo")
    desk.field("Tên biểu").fill("Điểm mỏ đã kiểm tra")
    desk.field("Mỗi nơi điền nhiều nhất (dòng)").fill("10")
    desk.field("Hạn gửi số liệu").fill("31/12/2030")
    column(desk, 0, "Điểm mỏ", "Chữ")
    clerk.locator("[name=cot-bat-buoc-0]").check()
    column(desk, 1, "Số hộ", "Số nguyên", don_vi="hộ", nho_nhat="600", lon_nhat="500")
    column(desk, 2, "Diện tích", "Số thập phân", don_vi="ha")
    desk.key("Control+Enter")
    desk.requires_text("Lớn nhất đang nhỏ hơn nhỏ nhất")
    clerk.locator("[name=cot-nho-nhat-1]").fill("0")
    desk.button("Xem trước").click()
    desk.requires_text("Nơi được hỏi sẽ thấy")
    desk.key("Control+Enter")
    desk.requires_text("Đã lập biểu «Điểm mỏ đã kiểm tra», 3 cột")
    collection = clerk.url.split("?")[0]

    # On screen, by keyboard alone from the packet's page on.
    below = enter_as(window, "Lý Thị Hạnh")
    below.open("/van-ban-den/cho")
    below.page.locator("li", has_text=subject).get_by_role("link").first.click()
    below.page.get_by_role("link", name="Điền số liệu").focus()
    below.key("Enter")
    below.requires_heading("Điểm mỏ đã kiểm tra")
    below.page.locator("[name=o-0-0]").focus()
    for text in ["Mỏ Khe Sim", "501", "1,5"]:
        below.page.keyboard.type(text)
        below.page.keyboard.press("Tab")
    below.key("Control+Enter")
    below.requires_text("phải là số nguyên từ 0 đến 500, đang là «501»")
    expect(below.page.locator("[name=o-0-0]")).to_have_value("Mỏ Khe Sim")
    below.page.locator("[name=o-0-1]").focus()
    below.page.keyboard.press("Control+a")
    below.page.keyboard.type("12")
    below.key("Control+Enter")
    below.requires_text("Đã gửi số liệu: 1 dòng")

    # By Excel: wrong in two cells, then right.
    head = enter_as(window, "Trịnh Công Hải")
    head.open(path)
    head.page.get_by_role("link", name="Điền số liệu").click()
    with head.page.expect_download() as download:
        head.page.get_by_role("link", name="Tải tệp mẫu").click()
    template = tmp_path / "mau.xlsx"
    download.value.save_as(template)
    wrong = filled(template, tmp_path / "sai.xlsx", [["Mỏ Núi Đỏ", "abc", "2,25"], ["", "3", ""]])
    head.page.locator("input[type=file]").set_input_files(str(wrong))
    head.button("Đọc tệp").click()
    head.requires_text("Ô B2: phải là số nguyên từ 0 đến 500, đang là «abc»")
    head.requires_text("Ô A3: phải nhập")
    right = filled(template, tmp_path / "dung.xlsx", [["Mỏ Núi Đỏ", "8", "2,25"]])
    head.page.locator("input[type=file]").set_input_files(str(right))
    head.button("Đọc tệp").click()
    head.requires_text("Đã đọc 1 dòng từ «dung.xlsx»")
    head.key("Control+Enter")
    head.requires_text("Đã gửi số liệu: 1 dòng")

    desk.open(collection)
    merged = clerk.locator("#tong-hop")
    expect(merged).to_contain_text("Mỏ Khe Sim")
    expect(merged.locator("tr").last).to_contain_text("20")
    expect(merged.locator("tr").last).to_contain_text("3,75")
    with clerk.expect_download() as download:
        clerk.get_by_role("link", name="Tải bảng tổng hợp").click()
    download.value.save_as(tmp_path / "tong-hop.xlsx")
    said = words(tmp_path / "tong-hop.xlsx")
    assert "Mỏ Khe Sim" in said and "Mỏ Núi Đỏ" in said and "<v>20</v>" in said and "<v>3.75</v>" in said

    # One is given back, and counts no longer until it comes again.
    clerk.get_by_role("link", name=UNIT).first.click()
    desk.button("Trả lại để sửa").click()
    desk.field("Lý do").fill("thiếu mỏ Khe Tam")
    clerk.locator("dialog[open] button", has_text="Trả lại để sửa").click()
    desk.requires_text("Đã trả lại số liệu")
    head.open(path)
    head.page.get_by_role("link", name="Sửa số liệu").click()
    head.requires_text("thiếu mỏ Khe Tam")
    desk.open(collection)
    expect(clerk.locator("#tong-hop")).not_to_contain_text("Mỏ Núi Đỏ")
    desk.button("Khóa sổ").click()
    desk.requires_text("Đã khóa sổ")
    head.page.reload()
    head.requires_text("đã khóa sổ")


def test_without_script_a_form_is_made_filled_in_and_merged(clerk, window, chromium, tmp_path):
    subject = "V/v báo cáo số giếng khoan đã trám lấp"
    desk = Screen(clerk)
    path = number(desk, subject, letter(chromium, tmp_path, number=956, subject=subject, by_hand=True), places=f"{BELOW}\nSở Xây dựng tỉnh Cẩm Giang")
    expect(clerk.get_by_text("chưa đọc xong")).to_have_count(0, timeout=90_000)
    desk.open(path)
    desk.key("e")
    desk.requires_text("Đã phát hành văn bản")

    asker = seated(window, "Văn thư", javascript=False)
    asker.open(path)
    asker.page.get_by_role("link", name="Lập biểu thu báo cáo").click()
    asker.field("Tên biểu").fill("Giếng khoan đã trám lấp")
    asker.field("Hạn gửi số liệu").fill("31/12/2030")
    column(asker, 0, "Khu vực", "Chữ")
    column(asker, 1, "Số giếng", "Số nguyên")
    asker.button("Xem trước").click()
    asker.requires_text("Nơi được hỏi sẽ thấy")
    asker.button("Lưu biểu").click()
    asker.requires_text("Đã lập biểu «Giếng khoan đã trám lấp», 2 cột")
    collection = asker.page.url.split("?")[0]

    below = enter_as(window, "Lý Thị Hạnh", javascript=False)
    below.open("/van-ban-den/cho")
    below.page.locator("li", has_text=subject).get_by_role("link").first.click()
    below.page.get_by_role("link", name="Điền số liệu").click()
    below.page.locator("[name=o-0-0]").fill("Khe Sim")
    below.page.locator("[name=o-0-1]").fill("7")
    below.button("Gửi", exact=False).first.click()
    below.requires_text("Đã gửi số liệu: 1 dòng")

    asker.open("/van-ban-di")
    asker.page.get_by_role("link", name="Thu báo cáo").click()
    asker.requires_heading("Thu báo cáo")
    row = asker.page.locator("tr", has_text="Giếng khoan đã trám lấp")
    expect(row).to_contain_text("1/1 nơi đã gửi")
    row.get_by_role("link", name="Giếng khoan đã trám lấp").click()
    expect(asker.page.locator("#tong-hop")).to_contain_text("Khe Sim")
    # Who is silent is outside: there is nobody to urge by a press.
    assert "Đôn đốc" not in asker.page.locator("main").inner_text()
    printed = asker.page.request.get(collection + "/tong-hop.pdf")
    assert printed.ok and printed.body().startswith(b"%PDF")
