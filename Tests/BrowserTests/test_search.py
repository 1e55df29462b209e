"""Looking for a document: proposals while one types, filters as chips, a jump to the words on their page."""

import pytest

from conftest import PHONE
from pages.registration import Registration, WaitingPapers
from pages.search import Search
from pages.sign_in import SignIn
from papers import letter


def test_the_box_at_the_top_proposes_documents_and_leads_to_them(clerk):
    subject = "V/v nạo vét kênh Cẩm Thủy trước mùa mưa bão"
    Registration(clerk).open_without_file().fill_letter("611", "SXD-TL", subject).save()
    here = clerk.url.split("?")[0]
    search = Search(clerk)
    search.open("/viec-cua-toi").key("/")
    clerk.keyboard.type("nạo vét kê", delay=40)
    line = search.require(clerk.locator(".search .proposals li", has_text=subject), "gợi ý văn bản")
    assert "611/SXD-TL" in line.inner_text()
    # Other journeys register letters that hold these words too, and what was proposed for fewer letters may still
    # stand there: which stands first is not asked here.
    def is_chosen():
        clerk.keyboard.press("ArrowDown")
        return any(subject in text for text in clerk.locator('.search .proposals [aria-selected="true"]').all_inner_texts())

    search.wait_for(is_chosen, "văn bản trong các dòng gợi ý", 10)
    clerk.keyboard.press("Enter")
    clerk.wait_for_url(here)
    search.requires_heading(subject)
    search.open("/viec-cua-toi").key("/")
    clerk.keyboard.type("nạo vét")
    search.require(clerk.locator(".search .proposals li", has_text=subject), "gợi ý văn bản")
    clerk.keyboard.press("Enter")
    search.requires_result(subject)


def test_filters_stand_as_chips_and_are_taken_away(clerk):
    form = Registration(clerk)
    form.open_without_file().fill_letter("612", "SXD-TL", "V/v cấp phép bến bãi Lạc Giang").save()
    form.open_without_file().fill_letter("613", "KH-SXD", "Khảo sát bến bãi Lạc Giang", type_name="Kế hoạch").save()
    search = Search(clerk)
    search.look_for("lạc giang loai:cv").requires_result("cấp phép bến bãi")
    search.lacks_text("Khảo sát bến bãi")
    chip = search.require(clerk.get_by_role("link", name="Bỏ lọc Loại: Công văn"), "thẻ lọc")
    chip.click()
    search.requires_result("Khảo sát bến bãi")
    clerk.locator("summary", has_text="Lọc thêm").click()
    search.fill("Loại", "Kế hoạch").press("Lọc", exact=True)
    search.require(clerk.get_by_role("link", name="Bỏ lọc Loại: Kế hoạch"), "thẻ lọc")
    search.lacks_text("cấp phép bến bãi")
    assert "loai%3Akh" in clerk.url, "lọc không nằm trong địa chỉ"


@pytest.mark.parametrize("size", [None, PHONE], ids=["wide", "phone"])
def test_a_word_in_a_file_opens_its_page_with_the_word_lit(window, chromium, tmp_path, size):
    page = window(viewport=size) if size else window()
    SignIn(page).as_cast()
    number = 620 if size else 621
    paper = letter(chromium, tmp_path, number=number, subject=f"kiểm tra đê bao khu {number}", signer=f"Khuất Tường Vi {number}")
    waiting = WaitingPapers(page)
    waiting.open(WaitingPapers.PATH)
    waiting.drop(paper)
    waiting.wait_until_read(1)
    form = waiting.begin(f"cong-van-{number}")
    form.fill("Người ký", "")
    form.save()
    search = Search(page)
    search.look_for(f'"tường vi {number}"')
    search.require(page.locator("main a[data-open]"), "kết quả").click()
    search.requires_text(f"Có «\"tường vi {number}\"» ở trang 1.")
    lit = page.locator("figure.page .lit")
    lit.first.wait_for(state="attached")
    assert lit.count() == 3, search.saw()
    search.wait_for(lambda: is_in_sight(page), "chữ sáng trong tầm mắt", 5)
    search.press("Tắt đánh dấu")
    page.wait_for_url(lambda url: "tim=" not in url)
    assert lit.count() == 0


def is_in_sight(page) -> bool:
    box = page.locator(".lit").first.bounding_box()
    return box is not None and 0 <= box["y"] <= page.viewport_size["height"]


def test_an_answer_that_comes_late_opens_nothing(clerk):
    """A slow line: what was typed is cleared, sent away with Escape, or gone on with before its proposals come."""
    subject = "V/v khơi thông mương Hói Dừa"
    Registration(clerk).open_without_file().fill_letter("631", "SXD-TL", subject).save()
    held = []
    clerk.route("**/tra-cuu/goi-y**", lambda route: held.append(route))
    search = Search(clerk)
    search.open("/viec-cua-toi").key("/")
    box, lines = clerk.locator("#search-box"), clerk.locator(".search .proposals li")

    def asked(count):
        search.wait_for(lambda: len(held) == count, f"lần hỏi thứ {count}", 5)

    clerk.keyboard.insert_text("mương hói")
    asked(1)
    box.fill("")
    clerk.wait_for_timeout(400)
    held[0].continue_()
    clerk.wait_for_timeout(600)
    assert lines.count() == 0 or not lines.first.is_visible(), "gợi ý hiện dưới ô trống"
    clerk.keyboard.insert_text("mương hói")
    asked(2)
    clerk.keyboard.press("Escape")
    clerk.wait_for_timeout(400)
    held[1].continue_()
    clerk.wait_for_timeout(600)
    assert lines.count() == 0 or not lines.first.is_visible(), "gợi ý hiện sau khi bấm Escape"
    box.fill("")
    clerk.keyboard.insert_text("hói dừa")
    asked(3)
    held[2].continue_()
    search.require(clerk.locator(".search .proposals li", has_text=subject), "gợi ý văn bản")
    clerk.keyboard.insert_text(" x")
    asked(4)
    held[3].abort()
    search.wait_for(lambda: not lines.first.is_visible(), "ô gợi ý đóng lại khi mất đường truyền", 5)
