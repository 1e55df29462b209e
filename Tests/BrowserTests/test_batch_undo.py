"""Many at once, and taken back within ten seconds: by keyboard, without script, on a phone."""

from conftest import PHONE
from pages.screen import Screen
from pages.sign_in import seated
from test_handling import registered


def directed(window, clerk, *letters: tuple[str, str]) -> list[str]:
    """Registered, and given to the minerals unit by the leader."""
    paths = [registered(clerk, number, subject) for number, subject in letters]
    leader = seated(window, "Lãnh đạo", javascript=False)
    for path in paths:
        leader.open(path + "/but-phe")
        leader.page.get_by_label("Ý kiến chỉ đạo").fill("Giao thực hiện")
        leader.page.locator("#f-vai-u105").select_option("lead")
        leader.button("Gửi bút phê").click()
        leader.requires_text("Đã ghi ý kiến chỉ đạo và giao")
    return paths


def walk_to(screen: Screen, subject: str) -> None:
    """With `j`, until the cursor stands there."""
    for _ in range(60):
        screen.key("j")
        if subject in screen.page.locator("[data-row].is-cursor").first.inner_text():
            return
    raise AssertionError(f"Không đi tới được dòng «{subject}».\n{screen.saw()}")


def test_a_batch_by_keyboard_and_taken_back_by_key(window, clerk):
    subjects = ["V/v thống kê mỏ sét", "V/v thống kê mỏ cát", "V/v thống kê mỏ đá"]
    directed(window, clerk, *zip(["941", "942", "943"], subjects))
    head = seated(window, "Lãnh đạo đơn vị")
    head.open("/viec-cua-toi")
    bar = head.page.locator("form[data-batch]")
    bar.get_by_role("button", name="Hoàn thành").wait_for(state="hidden")  # the script may still be loading
    for subject in subjects:
        walk_to(head, subject)
        head.key("x")
        head.key("Home")
    head.requires_text("Đã chọn 3:")
    head.key("c")
    head.requires_heading("Phân công 3 văn bản")
    head.page.locator("#f-vai-p1009").select_option("lead")
    head.page.get_by_label("Ý kiến").fill("Làm chung một báo cáo")
    head.key("Control+Enter")
    head.requires_text("Đã phân công 3/3 văn bản.")
    left = head.page.locator("[data-undo-left]")
    head.wait_for(lambda: left.count() == 1 and int(left.inner_text()) < 10, "đếm ngược", 5)
    head.key("u")
    head.requires_text("Đã hoàn tác 3 văn bản")
    head.open("/viec-cua-toi")
    for subject in subjects:
        head.requires_text(subject)


def test_what_was_sent_is_taken_back_by_key_from_the_list_and_the_cursor_comes_back(window, clerk):
    subject = "V/v đo đạc mốc ranh giới mỏ"
    directed(window, clerk, ("944", subject), ("949", "V/v cắm biển báo khu mỏ"))
    head = seated(window, "Lãnh đạo đơn vị")
    head.open("/viec-cua-toi")
    walk_to(head, subject)
    head.key("e")
    head.requires_heading("Hoàn thành")
    head.page.get_by_label("Kết quả giải quyết").fill("Đã đo đạc xong")
    head.key("Control+Enter")
    head.requires_heading("Việc của tôi")
    head.requires_text("Đã ghi kết quả và hoàn thành việc")
    cursor = head.page.locator("[data-row].is-cursor")
    head.wait_for(lambda: cursor.count() == 1, "con trỏ đứng ở dòng kế", 10)  # the script may still be loading
    head.key("u")
    head.requires_text("Đã hoàn tác việc hoàn thành")
    head.requires_text(subject)


def test_undo_and_batch_without_script(window, clerk):
    subject = "V/v quan trắc nước ngầm"
    path = registered(clerk, "945", subject)
    desk = seated(window, "Văn thư", javascript=False)
    desk.open(path + "/trinh")
    desk.page.get_by_label("Trần Văn Quang", exact=False).check()
    desk.button("Trình", exact=True).click()
    desk.requires_text("Đã trình Trần Văn Quang")
    desk.button("Hoàn tác").click()
    desk.requires_text("Đã hoàn tác việc trình")
    desk.open("/van-ban-den")
    desk.page.locator("tr", has_text=subject).locator("input[name=viec]").check()
    desk.page.locator("form[data-batch]").get_by_role("button", name="Trình").click()
    desk.requires_heading("Trình 1 văn bản")
    desk.page.get_by_label("Trần Văn Quang", exact=False).check()
    desk.button("Trình 1 văn bản").click()
    desk.requires_text("Đã trình 1/1 văn bản.")
    desk.button("Hoàn tác").click()
    desk.requires_text("Đã hoàn tác 1 văn bản")


def test_a_batch_on_a_phone_by_boxes(window, clerk):
    subjects = ["V/v nạo vét luồng sông Trường", "V/v nạo vét luồng sông Sơn"]
    directed(window, clerk, *zip(["946", "947"], subjects))
    head = seated(window, "Lãnh đạo đơn vị", viewport=PHONE)
    head.open("/viec-cua-toi")
    head.wait_until_ready()
    for subject in subjects:
        box = head.page.locator("[data-row]", has_text=subject).locator("label.pick")
        size = box.bounding_box()
        assert size["width"] >= 44 and size["height"] >= 44, size
        box.click()
    bar = head.page.locator("form[data-batch]")
    assert bar.bounding_box()["y"] < head.page.viewport_size["height"], "thanh việc luôn trong tầm mắt"
    bar.get_by_role("button", name="Nhận việc").click()
    head.requires_heading("Nhận việc 2 văn bản")
    head.button("Nhận việc 2 văn bản").click()
    head.requires_text("Đã nhận việc 2/2 văn bản.")
    assert head.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
