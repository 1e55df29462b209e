"""From the registry to the result: the leader on a phone, the others by keyboard, once without script."""

from playwright.sync_api import expect

from conftest import PHONE
from pages.registration import Registration
from pages.screen import Screen
from pages.sign_in import seated


def registered(clerk, number: str, subject: str) -> str:
    form = Registration(clerk).open_without_file()
    form.fill_letter(number, "SXD-VP", subject)
    form.save()
    form.requires_heading(subject)
    return clerk.url.split("?")[0]


def test_a_leader_directs_from_a_phone_and_the_unit_does_it_by_keyboard(window, clerk):
    path = registered(clerk, "861", "V/v rà soát giấy phép khai thác cát lòng sông")
    desk = Screen(clerk)
    desk.key("c")
    desk.requires_heading("Trình văn bản")
    clerk.get_by_label("Trần Văn Quang", exact=False).check()
    desk.key("Control+Enter")
    desk.requires_text("Đã trình Trần Văn Quang")

    leader = seated(window, "Lãnh đạo", viewport=PHONE)
    leader.open("/viec-cua-toi")
    leader.button("V/v rà soát giấy phép khai thác cát lòng sông").click()
    leader.button("Bút phê và chuyển").click()
    leader.requires_heading("Bút phê")
    leader.page.get_by_label("Ý kiến chỉ đạo").press_sequentially("KS ct, PC ph, b/c 20/12")
    minerals, legal = leader.page.locator("#f-vai-u105"), leader.page.locator("#f-vai-u106")
    leader.wait_for(lambda: minerals.input_value() == "lead" and legal.input_value() == "coordinate", "nơi nhận đọc từ ý kiến", 10)
    assert leader.page.locator("#f-han-u105").input_value().startswith("20/12/")
    legal.select_option("inform")
    leader.page.get_by_label("Ý kiến chỉ đạo").press_sequentially(" nhé")
    leader.page.wait_for_timeout(900)
    assert legal.input_value() == "inform", "chọn tay thì giữ nguyên"
    leader.button("Gửi bút phê").click()
    leader.requires_text("Đã ghi ý kiến chỉ đạo và giao Vụ Khoáng sản (chủ trì")

    head = seated(window, "Lãnh đạo đơn vị")
    head.open(path)
    head.requires_text("KS ct, PC ph, b/c 20/12 nhé")
    head.key("c")
    head.requires_heading("Phân công")
    head.page.get_by_label("Bùi Quốc Khánh", exact=False).first.select_option("lead")
    head.key("Control+Enter")
    head.requires_text("Đã phân công Bùi Quốc Khánh")

    officer = seated(window, "Chuyên viên")
    officer.open(path)
    officer.key("a")
    officer.requires_text("Đã nhận việc")
    officer.key("e")
    officer.requires_heading("Hoàn thành")
    officer.wait_until_ready()
    expect(officer.page.get_by_label("Kết quả giải quyết")).to_be_focused()
    officer.page.keyboard.type("Đã trả lời tại công văn 15/TCĐC-KS")
    officer.key("Control+Enter")
    officer.requires_text("Đã ghi kết quả")
    head.open(path)
    head.requires_text("Đã trả lời tại công văn 15/TCĐC-KS")


def test_without_script_the_text_fills_the_list_and_everything_is_sent(window, clerk):
    path = registered(clerk, "862", "V/v góp ý dự thảo quy chế phối hợp quản lý cát sỏi")
    leader = seated(window, "Lãnh đạo", javascript=False)
    leader.open(path + "/but-phe")
    leader.page.get_by_label("Ý kiến chỉ đạo").fill("Giao Vụ Khoáng sản chủ trì")
    leader.button("Điền nơi nhận theo ý kiến").click()
    assert leader.page.locator("#f-vai-u105").input_value() == "lead"
    leader.button("Gửi bút phê").click()
    leader.requires_text("Đã ghi ý kiến chỉ đạo và giao Vụ Khoáng sản (chủ trì)")
    head = seated(window, "Lãnh đạo đơn vị", javascript=False)
    head.open(path)
    head.button("Trả lại").click()
    head.page.get_by_label("Lý do").fill("Thuộc Vụ Pháp chế")
    head.button("Trả lại", exact=True).click()
    leader.open("/viec-cua-toi?nhom=quyet")
    leader.requires_text("V/v góp ý dự thảo quy chế phối hợp quản lý cát sỏi")


def test_a_leader_directs_with_a_phrase_and_two_taps_on_a_phone(window, clerk):
    first = registered(clerk, "871", "V/v giao quản lý bãi tập kết cát sỏi")
    leader = seated(window, "Lãnh đạo", viewport=PHONE)
    leader.open(first + "/but-phe")
    leader.page.get_by_label("Ý kiến chỉ đạo").fill("Giao Vụ Khoáng sản chủ trì")
    minerals = leader.page.locator("#f-vai-u105")
    leader.wait_for(lambda: minerals.input_value() == "lead", "nơi nhận đọc từ ý kiến", 10)
    leader.button("Gửi bút phê").click()
    leader.requires_text("Đã ghi ý kiến chỉ đạo")

    second = registered(clerk, "872", "V/v tăng cường kiểm tra bến bãi cát sỏi")
    leader.open(second)
    leader.button("Bút phê và chuyển").click()
    leader.button("Giao Vụ Khoáng sản chủ trì.", exact=True).click()
    leader.wait_for(lambda: minerals.input_value() == "lead", "nơi nhận theo câu mẫu", 10)
    leader.button("Gửi bút phê").click()
    leader.requires_text("Đã ghi ý kiến chỉ đạo và giao Vụ Khoáng sản (chủ trì)")


def test_without_script_a_phrase_fills_the_text_and_the_list(window, clerk):
    path = registered(clerk, "873", "V/v rà soát quy hoạch mỏ đá vôi")
    leader = seated(window, "Lãnh đạo", javascript=False)
    leader.open(path + "/but-phe")
    leader.page.locator("#f-vai-u106").select_option("inform")
    leader.button("Để biết, lưu hồ sơ.", exact=True).click()
    assert leader.page.get_by_label("Ý kiến chỉ đạo").input_value() == "Để biết, lưu hồ sơ."
    assert leader.page.locator("#f-vai-u106").input_value() == "inform", "nơi đã chọn giữ nguyên"
