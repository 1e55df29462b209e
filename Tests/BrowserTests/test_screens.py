"""What stands on the screens beside the words: the stamp on blank paper, counts that lead on, room for a finger."""

import re
import subprocess

import pytest

from conftest import PHONE
from pages.registration import Registration, WaitingPapers
from pages.screen import Screen
from pages.sign_in import SignIn
from papers import letter

FINGER = 44  # px


def words_of(pdf, folder):
    """Boxes of the words of the first page, as shares of its width and height."""
    text = subprocess.run(["pdftotext", "-bbox", "-l", "1", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    width, height = map(float, re.search(r'<page width="([\d.]+)" height="([\d.]+)"', text).groups())
    boxes = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">', text)
    return [(float(a) / width, float(b) / height, float(c) / width, float(d) / height) for a, b, c, d in boxes]


def test_the_arrival_stamp_stands_where_the_page_is_blank_on_screen_and_on_paper(clerk, chromium, tmp_path):
    subject = "góp ý dự thảo quy chế phối hợp quản lý tài nguyên khoáng sản, bảo vệ môi trường " * 3
    paper = letter(chromium, tmp_path, number=801, subject=subject.strip())
    waiting = WaitingPapers(clerk)
    waiting.open(WaitingPapers.PATH)
    waiting.drop(paper).wait_until_read(1)
    number = waiting.begin("cong-van-801").save()
    stamp = clerk.locator(".stamp").first
    sheet = clerk.locator("figure.page").first.bounding_box()
    box = stamp.bounding_box()
    left, top = (box["x"] - sheet["x"]) / sheet["width"], (box["y"] - sheet["y"]) / sheet["height"]
    right, bottom = left + box["width"] / sheet["width"], top + box["height"] / sheet["height"]
    assert abs(right - left - 50 / 210) < 0.01 and abs(bottom - top - 35 / 297) < 0.01, "dấu 50 × 35 mm"
    words = words_of(paper, tmp_path)
    assert len(words) > 50
    covered = [word for word in words if word[0] < right and word[2] > left and word[1] < bottom and word[3] > top]
    assert not covered, f"dấu đến che {len(covered)} chữ"
    printed = tmp_path / "ban-in.pdf"
    printed.write_bytes(clerk.request.get(clerk.url.split("?")[0] + "/ban-in").body())
    new = [word for word in words_of(printed, tmp_path) if word not in words and word[1] < 0.9]
    assert new, "bản in không có dấu"
    for word in new:
        assert left - 0.01 <= word[0] and word[2] <= right + 0.01 and top - 0.01 <= word[1] and word[3] <= bottom + 0.01, (
            f"chữ của dấu ngoài chỗ trống: {word}, dấu {left, top, right, bottom}"
        )
    Screen(clerk).press("Sửa thông tin").requires_heading("Sửa thông tin đã vào sổ")
    assert clerk.locator("[data-registration] figure.page img").count() == 1, "sửa mà không thấy trang"
    assert str(number) in clerk.locator(".page-line").first.inner_text()


def test_dropped_files_can_be_registered_one_after_another_without_reloading(clerk, chromium, tmp_path):
    waiting = WaitingPapers(clerk)
    waiting.open(WaitingPapers.PATH)
    before = waiting.rows.count()
    waiting.drop(*[letter(chromium, tmp_path, number=810 + i, subject=f"báo cáo quý {i + 1}") for i in range(2)])
    waiting.requires_text(f"{before + 2} tệp chưa có số đến")
    waiting.key("v")
    waiting.requires_heading("Vào sổ văn bản đến")
    home = Screen(clerk).open("/viec-cua-toi")
    rows = clerk.locator(".work-list [data-row]").count()
    assert clerk.locator(".chips [aria-current] .count").inner_text() == str(rows), home.saw()
    home.key("j")
    home.require(clerk.locator("#preview img"), "trang đầu của văn bản ở dòng đang chọn")


def test_what_is_touched_is_as_large_as_a_finger(window):
    page = window(viewport=PHONE)
    SignIn(page).as_cast()
    Registration(page).open_without_file().fill_letter("15", "STP-VB", "V/v thẩm định văn bản").save()
    here = page.url
    page.goto("/so")
    small = {}
    book = page.locator("main td a[data-open]").first.get_attribute("href")
    for path in ["/viec-cua-toi", "/van-ban-den", "/van-ban-den/cho", here, "/so", book, f"{book}/kiem-so", f"{book}/in",
                 "/tra-cuu", "/tai-khoan", "/khong-co"]:
        page.goto(path)
        page.locator("details.account > summary").click()
        found = page.evaluate(TOO_SMALL, FINGER - 0.5)
        if found:
            small[path] = found
    assert not small, small


TOO_SMALL = """(least) => [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden])')].filter(e => {
    const box = e.getBoundingClientRect();
    if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || box.width < 2 || e.matches('[data-open]')) return false;
    if (e.matches('[type=checkbox], [type=radio]') && e.closest('label')) return false;
    const inSentence = e.matches('a') && getComputedStyle(e).display === 'inline' && e.parentElement.innerText.trim() !== e.innerText.trim();
    return !inSentence && (box.height < least || box.width < least);
}).map(e => `${e.innerText || e.name}: ${Math.round(e.getBoundingClientRect().width)} × ${Math.round(e.getBoundingClientRect().height)}`)"""


@pytest.mark.parametrize("path", ["/khong-co", "/quan-tri", "/van-ban-den/7"])
def test_whoever_goes_astray_keeps_the_rail(clerk, path):
    screen = Screen(clerk).open(path)
    screen.require(clerk.locator("nav.rail"), "thanh phòng bên trái")
    screen.press("Về Việc của tôi").requires_heading("Việc của tôi")


CARRIED_BY_SCRIPTS = {"j", "k", "enter", "x", "esc", "alt+pagedown", "alt+pageup", "alt+r", "alt+=", "alt+-"}


def test_every_key_that_is_told_works_and_every_key_that_works_is_told(clerk):
    form = Registration(clerk).open_without_file().fill_letter("16", "STP-VB", "V/v phím tắt")
    form.save()
    here = clerk.url
    clerk.goto("/so")
    book = clerk.locator("main td a[data-open]").first.get_attribute("href")
    wrong = {}
    for path in ["/viec-cua-toi", "/van-ban-den", "/van-ban-den/cho", "/van-ban-den/vao-so", here, f"{here}/sua", "/so", book,
                 f"{book}/kiem-so", f"{book}/in", "/tra-cuu?q=phim", "/tai-khoan", "/co-quan-ngoai", "/loai-van-ban",
                 "/van-ban-di", "/van-ban-di/cap-so", "/van-ban-di/giu-so", "/van-ban-di/day-so", "/van-ban-di/buu-dien"]:
        clerk.goto(path)
        # The cursor is set into its first field when the page is first drawn.
        clerk.wait_for_selector("html.ready", state="attached")
        clerk.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        clerk.keyboard.press("Escape")
        clerk.keyboard.press("?")
        told = {text.lower() for text in clerk.locator("dialog#keys[open] kbd").all_inner_texts()}
        assert told, f"{path}: ? không mở bảng phím"
        clerk.keyboard.press("Escape")
        works = set(clerk.evaluate("[...document.querySelectorAll('[data-key]')].map(e => e.dataset.key)"))
        # Those of the row at the cursor.
        works |= {key for key in "abce" if clerk.locator(f"[data-on-{key}]").count()}
        # Neighbours, files and waiting papers are there only when there are any.
        unkept = told - works - CARRIED_BY_SCRIPTS - ({"n", "p", "d", "i"} if path == here else {"v"} if path.endswith("/cho") else set())
        untold = works - told
        if unkept or untold:
            wrong[path] = {"nói mà không chạy": unkept, "chạy mà không nói": untold}
    assert not wrong, wrong


def test_a_list_is_walked_and_opened_by_keys_and_the_way_back_keeps_the_filter(clerk):
    Registration(clerk).open_without_file().fill_letter("17", "STP-VB", "V/v đi bằng bàn phím").save()
    screen = Screen(clerk).open("/van-ban-den")
    screen.key("f").type("di bang ban phim").key("Enter")
    clerk.wait_for_url(re.compile(r"\?"))
    filtered = clerk.url
    screen.key("Escape", "j", "Enter").requires_heading("V/v đi bằng bàn phím")
    clerk.go_back()
    assert clerk.url == filtered
    screen.wait_until_ready()
    assert "V/v đi bằng bàn phím" in screen.focused_label(), "con trỏ không về dòng vừa mở"
    screen.key("/").type("vjs")
    assert clerk.locator("#search-box").input_value() == "vjs" and clerk.url == filtered, "phím chữ chạy khi đang gõ"
