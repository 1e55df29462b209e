"""Signing in, the lock after idle minutes, signing out everywhere."""

from pages.registration import Registration
from pages.screen import Screen
from pages.sign_in import SignIn


def test_a_wrong_password_says_what_to_do_and_signs_nobody_in(window):
    page = window()
    screen = SignIn(page).with_password("khong.co.ai", "Sai-mat-khau-2026")
    screen.require(page.locator(".reasons, .notice, [role=alert]"), "lý do không vào được")
    screen.open("/van-ban-den")
    screen.button("Đăng nhập", exact=True)


def test_the_lock_covers_the_page_and_gives_the_typed_form_back(window):
    page = window()
    page.clock.install()
    password = SignIn(page).cast_password
    SignIn(page).as_cast()
    form = Registration(page).open_without_file()
    form.fill("Trích yếu", "V/v đang gõ dở thì có người gọi")
    page.clock.fast_forward("00:20:00")
    form.require(page.locator("dialog#lock"), "hộp «Màn hình đã khóa»")
    page.locator("#lock-password").fill(password)
    form.press("Mở khóa")
    page.locator("dialog#lock").wait_for(state="hidden")
    assert form.value("Trích yếu") == "V/v đang gõ dở thì có người gọi"


def test_typing_alone_keeps_the_session_open(window):
    """The server locks by what it hears; a clerk who only types and reads asks it for nothing."""
    page = window()
    page.clock.install()
    SignIn(page).as_cast()
    form = Registration(page).open_without_file()
    form.wait_until_ready()
    told = []
    page.on("request", lambda request: told.append(request.url) if request.url.endswith("/con-lam-viec") else None)
    for minutes in (1, 1, 1, 1, 1, 1):
        page.clock.fast_forward(f"00:0{minutes}:00")
        page.keyboard.press("Shift")
    form.wait_for(lambda: told, "lời báo còn làm việc", 5)
    assert 1 <= len(told) <= 2, told


def test_signing_out_everywhere_ends_the_other_window(window):
    here, there = window(), window()
    SignIn(here).as_cast()
    SignIn(there).as_cast()
    account = Screen(here).open("/tai-khoan")
    account.press("Đăng xuất mọi nơi khác")
    other = Screen(there).open("/van-ban-den")
    other.button("Đăng nhập", exact=True)
