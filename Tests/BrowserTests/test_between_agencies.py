"""A document goes from one agency to another inside the installation: by keyboard at both registries, each step at the
receiver seen by the sender without asking, and a recall that finds it half handled."""

from playwright.sync_api import expect

from pages.screen import Screen
from papers import letter
from test_outgoing import number

BELOW = "Cục Địa chất miền Bắc"


def enter_as(window, name: str, **more) -> Screen:
    """The member of the cast with this name."""
    page = window(**more)
    page.goto("/dang-nhap")
    page.locator("form", has_text=name).get_by_role("button").first.click()
    page.wait_for_url(lambda url: "/dang-nhap" not in url)
    return Screen(page)


def send(desk: Screen, subject: str, file) -> str:
    """Numbers a letter to the agency below and issues it; gives the address of its page."""
    path = number(desk, subject, file, places=BELOW)
    expect(desk.page.get_by_text("chưa đọc xong")).to_have_count(0, timeout=90_000)
    desk.open(path)
    desk.key("e")
    desk.requires_text("Đã phát hành văn bản")
    return path


def test_a_letter_arrives_is_registered_by_enter_and_recalled_half_handled(clerk, window, chromium, tmp_path):
    subject = "V/v rà soát trữ lượng đá vôi của các đơn vị phía Bắc"
    desk = Screen(clerk)
    path = send(desk, subject, letter(chromium, tmp_path, number=911, subject=subject, by_hand=True))
    line = clerk.locator("#noi-nhan li", has_text=BELOW)
    expect(line).to_contain_text("Đã đến")

    below = enter_as(window, "Lý Thị Hạnh")
    below.open("/van-ban-den/cho")
    below.requires_text(subject)
    below.page.locator("li", has_text=subject).get_by_role("link").first.click()
    below.requires_heading(subject)
    expect(below.page.get_by_role("button", name="Vào sổ", exact=False).first).to_be_focused()
    below.key("Enter")
    below.requires_text("nơi gửi đã được báo")
    received = below.page.url.split("?")[0]
    # The sender's page stands open all the while.
    expect(line).to_contain_text("Đã vào sổ", timeout=15_000)

    leader = enter_as(window, "Nông Văn Bình")
    leader.open(received + "/but-phe")
    leader.field("Ý kiến chỉ đạo").fill("Giao đồng chí Dung tham mưu.")
    leader.page.locator("select[id^='f-vai-p1103']").select_option("lead")
    leader.button("Gửi bút phê").click()
    leader.requires_text("Giao đồng chí Dung tham mưu.")
    expect(line).to_contain_text("Phòng Quản lý khoáng sản", timeout=15_000)
    assert "tham mưu" not in clerk.locator("#noi-nhan").inner_text(), "ý kiến nội bộ không ra ngoài"

    desk.open(path)
    desk.button("Thu hồi", exact=True).click()
    desk.field("Lý do thu hồi").fill("Sai phụ lục")
    clerk.locator("dialog[open] button", has_text="Thu hồi").click()
    desk.requires_text("Đã thu hồi văn bản")
    below.open(received)
    below.requires_text("đã bị nơi gửi thu hồi")
    below.key("h")
    below.requires_text("văn bản thu hồi đã hủy")
    expect(line).to_contain_text("Đã hủy ở nơi nhận", timeout=15_000)


def test_what_is_not_theirs_goes_back_without_a_number(clerk, window, chromium, tmp_path):
    subject = "V/v kiểm tra lò vôi thủ công gửi nhầm nơi"
    desk = Screen(clerk)
    send(desk, subject, letter(chromium, tmp_path, number=912, subject=subject, by_hand=True))
    below = enter_as(window, "Lý Thị Hạnh")
    below.open("/van-ban-den/cho")
    below.page.locator("li", has_text=subject).get_by_role("link").first.click()
    below.button("Trả nơi gửi").click()
    below.field("Lý do trả").fill("Gửi nhầm cơ quan")
    below.page.locator("dialog[open] button", has_text="Trả nơi gửi").click()
    below.requires_text("không số đến nào được dùng")
    line = clerk.locator("#noi-nhan li", has_text=BELOW)
    expect(line).to_contain_text("Gửi nhầm cơ quan", timeout=15_000)
    desk.button("Gửi thêm").click()
    desk.field("Nơi nhận").fill(BELOW)
    clerk.locator("dialog[open] button", has_text="Gửi thêm").click()
    desk.requires_text(f"Đã gửi thêm: {BELOW}")
