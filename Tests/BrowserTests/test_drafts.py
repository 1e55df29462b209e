"""From a draft to the signature: the drafter by keyboard, the unit's head and the leader on a phone, once without script."""

import io
import zipfile

from conftest import PHONE
from pages.screen import Screen
from pages.sign_in import SignIn

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def word(*paragraphs: str) -> bytes:
    """A small Word file of these paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    document = (
        '<?xml version="1.0" encoding="UTF-8"?><w:document '
        f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
    return data.getvalue()


def seated(window, role: str, **look) -> Screen:
    return SignIn(window(**look)).as_cast(role)


def drafted(officer: Screen, subject: str) -> str:
    """A draft with its first version; gives its address."""
    officer.open("/du-thao")
    officer.button("Soạn văn bản").click()
    officer.requires_heading("Soạn văn bản")
    officer.page.get_by_label("Trích yếu").fill(subject)
    officer.page.get_by_label("Người ký dự kiến").select_option(label="Trần Văn Quang, Tổng cục trưởng")
    officer.page.get_by_label("Cục Địa chất miền Bắc", exact=False).first.select_option("gui")
    officer.button("Tạo dự thảo").click()
    officer.requires_text("Đã tạo dự thảo")
    path = officer.page.url.split("?")[0]
    versioned(officer, "Kính gửi: Cục Địa chất miền Bắc", subject)
    return path


def versioned(screen: Screen, *paragraphs: str) -> None:
    screen.page.get_by_role("link", name="Đưa bản", exact=False).first.click()
    screen.page.get_by_label("Tệp Word của dự thảo").set_input_files(
        {"name": "du-thao.docx", "mimeType": WORD, "buffer": word(*paragraphs)}
    )
    screen.page.locator("form.act button.button-primary").click()
    screen.requires_text("Đã đưa bản")


def test_a_draft_is_checked_on_phones_and_signed(window):
    subject = "Về việc rà soát giấy phép khai thác cát lòng sông đợt hai"
    officer = seated(window, "Chuyên viên")
    path = drafted(officer, subject)
    officer.key("c")
    officer.requires_heading("Trình dự thảo")
    officer.key("Control+Enter")
    officer.requires_text("Đã trình Vụ Khoáng sản")

    head = seated(window, "Lãnh đạo đơn vị", viewport=PHONE)
    head.open("/viec-cua-toi")
    head.button(subject).click()
    head.button("Trả lại").click()
    head.page.get_by_label("Lý do").fill("Bổ sung căn cứ")
    head.button("Trả lại").click()
    head.requires_text("kèm lý do")

    officer.open(path)
    officer.requires_text("Bổ sung căn cứ")
    versioned(officer, "Căn cứ Luật Khoáng sản", subject)
    officer.open(path + "/trinh")
    officer.key("Control+Enter")
    officer.requires_text("Đã trình Vụ Khoáng sản")

    officer.open(path + "/so-sanh")
    officer.requires_heading("So sánh bản 1 với bản 2")
    officer.requires_text("Căn cứ Luật Khoáng sản")
    head.open(path)
    head.requires_text("Bản 2")
    head.button("Đạt nội dung, ký nháy").click()
    head.button("Đạt nội dung, ký nháy").click()
    head.requires_text("Đã ghi nhận và chuyển Chánh văn phòng")

    office = seated(window, "Chánh văn phòng")
    office.open(path)
    office.key("e")
    office.requires_heading("Kiểm tra thể thức")
    office.key("Control+Enter")
    office.requires_text("Đã ghi nhận và chuyển Trần Văn Quang")

    leader = seated(window, "Lãnh đạo", viewport=PHONE)
    leader.open("/viec-cua-toi?nhom=quyet")
    leader.button(subject).click()
    leader.button("Duyệt, ký").click()
    leader.requires_heading("Duyệt, ký bản 2")
    leader.page.locator("form.act button.button-primary").click()
    leader.requires_text("SHA-256")
    officer.open(path)
    officer.requires_text("Đã ký duyệt")


def test_a_draft_is_sent_and_taken_back_without_script(window):
    officer = seated(window, "Chuyên viên", javascript=False)
    path = drafted(officer, "Về việc cung cấp số liệu lỗ khoan")
    officer.open(path + "/trinh")
    officer.button("Trình", exact=True).click()
    officer.requires_text("Đã trình Vụ Khoáng sản")
    officer.button("Hoàn tác").click()
    officer.requires_text("Đã hoàn tác việc trình dự thảo")
    officer.requires_text("Đang soạn thảo")


def test_a_marked_draft_leaves_nothing(window, server):
    officer = seated(window, "Chuyên viên")
    path = drafted(officer, "Về việc thử dấu mật")
    officer.open(path + "/ban-moi")
    officer.page.get_by_label("Tệp Word của dự thảo").set_input_files(
        {"name": "mat.docx", "mimeType": WORD, "buffer": word("TUYỆT MẬT", "Nội dung")}
    )
    officer.page.locator("form.act button.button-primary").click()
    officer.requires_text("Hệ thống không nhận văn bản mật")
    officer.open(path)
    assert "mat.docx" not in officer.page.content()


def test_an_opinion_is_asked_and_stands_in_the_table_and_the_slip(window):
    subject = "Về việc góp ý quy chế phối hợp quản lý khoáng sản"
    officer = seated(window, "Chuyên viên")
    path = drafted(officer, subject)
    officer.open(path + "/y-kien/hoi")
    officer.page.get_by_label("Nội dung cần góp ý").fill("Điều 3 có trùng thẩm quyền không?")
    officer.page.get_by_label("Trả lời trước hết ngày").fill("31/12")
    officer.page.get_by_label("Vụ Pháp chế", exact=True).check()
    officer.key("Control+Enter")
    officer.requires_text("Đã gửi lấy ý kiến Vụ Pháp chế")

    officer.open(path + "/y-kien")
    officer.requires_text("Chưa trả lời")
    officer.open(path + "/phieu-trinh")
    officer.requires_text("Vụ Pháp chế: chưa trả lời")
