"""A dossier is filled: documents chosen among proposed ones, sound and mail dropped onto it and looked at there."""

import io
import wave

from playwright.sync_api import expect

from pages.sign_in import seated
from test_dossiers import given_to_the_officer
from test_handling import registered

MAIL = (
    "From: =?UTF-8?Q?S=E1=BB=9F_X=C3=A2y_d=E1=BB=B1ng?= <sxd@binhha.example>\r\nTo: tcdc@binhha.example\r\n"
    "Subject: =?UTF-8?Q?L=E1=BB=8Bch_h=E1=BB=8Dp?=\r\nDate: Mon, 02 Nov 2026 20:30:00 +0000\r\n\r\nTrân trọng.\r\n"
).encode()

DROP = """async ([names, contents, types]) => {
  const data = new DataTransfer();
  names.forEach((name, at) => data.items.add(new File([Uint8Array.from(contents[at])], name, {type: types[at]})));
  document.querySelector("main").dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: data}));
}"""


def sound(seconds: int = 2) -> bytes:
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes([128]) * 8000 * seconds)
    return target.getvalue()


def carried(officer, row, target) -> None:
    """Drags the document of a row to where `target` stands once it is held."""
    mouse = officer.page.mouse
    row.locator("a[data-open]").hover()
    mouse.down()
    start = row.bounding_box()
    mouse.move(start["x"] + 80, start["y"] + 30, steps=4)
    place = officer.require(target, "hồ sơ để thả vào").bounding_box()
    mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2, steps=6)
    mouse.up()


def test_a_document_is_dropped_from_a_list_and_taken_back(window, clerk):
    officer, _ = given_to_the_officer(window, registered(clerk, "983", "V/v rà soát giấy phép thăm dò quặng"))
    officer.open("/ho-so/mo")
    officer.page.get_by_label("Tiêu đề hồ sơ").fill("Rà soát giấy phép thăm dò quặng năm nay")
    officer.page.get_by_label("Thời hạn bảo quản").select_option("5")
    officer.key("Control+Enter")
    officer.requires_text("Đã mở hồ sơ")

    officer.open("/viec-cua-toi")
    row = officer.page.locator("[data-row]", has_text="983/SXD-VP").first
    target = officer.page.locator(".drop-panel button", has_text="Rà soát giấy phép thăm dò quặng năm nay")
    carried(officer, row, target)
    officer.requires_text("Đã đưa 1 văn bản vào hồ sơ")
    assert officer.page.url.endswith("/viec-cua-toi"), officer.page.url
    officer.press("Hoàn tác")
    officer.requires_text("Đã hoàn tác: 1 văn bản không còn trong hồ sơ")

    carried(officer, row, target)
    officer.requires_text("Đã đưa 1 văn bản vào hồ sơ")
    carried(officer, row, target.locator("small", has_text="đã nằm trong hồ sơ"))
    assert officer.page.locator(".drop-panel").count() == 0, "thả vào hồ sơ đã có thì thôi"


def test_a_dossier_is_filled_by_choosing_and_by_dropping(window, clerk):
    officer, _ = given_to_the_officer(window, registered(clerk, "982", "V/v thu thập tài liệu nhiều loại đá"))
    officer.open("/ho-so/mo")
    officer.page.get_by_label("Tiêu đề hồ sơ").fill("Thu thập tài liệu nhiều loại")
    officer.page.get_by_label("Thời hạn bảo quản").select_option("5")
    officer.key("Control+Enter")
    officer.requires_text("Đã mở hồ sơ")
    contents = officer.page.url.split("?")[0]

    officer.key("v")
    officer.requires_heading("Đưa văn bản vào hồ sơ")
    proposed = officer.page.locator("main tbody tr", has_text="982/SXD-VP")
    expect(proposed).to_contain_text("trích yếu gần với tiêu đề hồ sơ")
    officer.key("Control+Enter")
    officer.requires_text("Chọn ít nhất một văn bản")
    officer.page.get_by_label("Tìm văn bản khác").fill("thu thập 982")
    officer.page.locator("main form.filter").get_by_role("button", name="Tìm").click()
    officer.key("j", "x", "Control+Enter")
    officer.requires_text("Đã đưa 1 văn bản vào hồ sơ")
    officer.requires_text("982/SXD-VP")

    officer.page.evaluate(
        DROP,
        [["hop.wav", "lich-hop.eml"], [list(sound()), list(MAIL)], ["audio/wav", "message/rfc822"]],
    )
    dialog = officer.page.locator("dialog[open]")
    dialog.get_by_label("Đã xem từng trang").check()
    officer.press("Thêm vào hồ sơ")
    officer.requires_text("Đã thêm «hop.wav», «lich-hop.eml»")
    # The mail says itself what it is about, and when it was sent in Vietnamese time.
    mail = officer.page.locator("main tbody tr", has_text="Lịch họp")
    expect(mail).to_contain_text("03/11/2026")
    mail.get_by_role("link", name="Lịch họp").click()
    officer.requires_text("Sở Xây dựng <sxd@binhha.example>")
    officer.requires_text("Trân trọng.")
    officer.requires_text("Chữ trong tệp")

    officer.open(contents)
    officer.page.get_by_role("link", name="hop.wav").click()
    player = officer.page.locator("video")
    officer.wait_for(lambda: player.evaluate("it => it.readyState") >= 1, "ghi âm đã mở", 20)
    assert 1.9 < player.evaluate("it => it.duration") < 2.1
    # From the middle: the browser asks for a piece.
    player.evaluate("it => { it.currentTime = 1.5; }")
    officer.wait_for(lambda: not player.evaluate("it => it.seeking"), "nghe từ giữa", 20)
    assert player.evaluate("it => it.currentTime") > 1.4
    piece = officer.page.request.get(player.get_attribute("src"), headers={"Range": "bytes=10-19"})
    assert piece.status == 206 and len(piece.body()) == 10, piece.status
    assert piece.headers["content-range"].startswith("bytes 10-19/"), piece.headers

    # A draft begun here is proposed here, and its own page proposes this dossier.
    officer.open(contents)
    officer.key("s")
    officer.requires_text("Soạn cho hồ sơ")
    officer.requires_text("Thu thập tài liệu nhiều loại")
    officer.page.get_by_label("Trích yếu").fill("Về việc bổ sung số liệu mỏ đá")
    officer.press("Tạo dự thảo")
    officer.requires_text("Về việc bổ sung số liệu mỏ đá")
    draft = officer.page.url.split("?")[0]
    officer.open(contents.replace("/van-ban", "/viec"))
    officer.requires_text("Về việc bổ sung số liệu mỏ đá")
    officer.open(contents)
    officer.key("v")
    expect(officer.page.locator("main tbody input:checked")).to_have_count(1)
    officer.key("Control+Enter")
    officer.requires_text("Đã đưa 1 văn bản vào hồ sơ")
    officer.open(draft).requires_text("đưa vào hồ sơ")

    officer.open(contents)
    officer.key("t")
    officer.page.locator("dialog[open] input[type=file]").set_input_files(
        {"name": "cut.wav", "mimeType": "audio/wav", "buffer": sound()[:-900]}
    )
    officer.page.locator("dialog[open]").get_by_label("Đã xem từng trang").check()
    officer.press("Thêm vào hồ sơ")
    officer.requires_text("bị cắt cụt, thiếu một phần")
