"""The whole morning on real papers, without touching the mouse: read, registered, found, printed. Needs CHAUBAN_SAMPLES."""

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest

from conftest import PROGRAM
from pages.register_book import RegisterBook
from pages.registration import Registration, WaitingPapers
from pages.screen import Screen
from pages.search import Search
from papers import pdf_text
from server import Server

SAMPLES = os.environ.get("CHAUBAN_SAMPLES")
PAPERS = [
    "scan-2803-BTTTT-THH-2014", "scan-575-UBND-KTTH-quang-ngai-2025", "scan-574-UBND-KTTH-quang-ngai-2025",
    "scan-299-UBND-TTHC-quang-ngai-2025-hoa-toc", "scan-04-QD-BCD138-quang-ngai-2025",
    "scan-23-BC-UBND-quang-ngai-2025", "digital-542-TB-UBND-quang-ngai-2024", "digital-507-UBND-KGVX-quang-ngai-2025",
    "scan-2856-UBND-TH-dong-nai-2016", "scan-3573-UBND-KT-dong-nai-2016", "scan-283-PKT-PCTT-bien-hoa-2016",
]
READING_SECONDS_MAX = 900

pytestmark = pytest.mark.skipif(not SAMPLES, reason="CHAUBAN_SAMPLES không được đặt")


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


def truths() -> dict[str, dict]:
    answers = json.loads((Path(SAMPLES) / "ground-truth.json").read_text())["documents"]
    return {Path(answer["file"]).stem: answer for answer in answers if Path(answer["file"]).stem in PAPERS}


class KeyboardClerk(Registration):
    """Fills «Vào sổ» as a clerk who reads the paper: what is wrong or empty is typed, by keys alone."""

    def correct(self, label: str, wanted: str) -> None:
        if self.value(label).strip() == wanted:
            return
        self.to_field(label)
        self.key("Control+a").type(wanted)
        self.key("Escape")

    def to_field(self, label: str, steps_max: int = 60) -> None:
        self.page.keyboard.press("Control+Home")
        seen = []
        for _ in range(steps_max):
            here = re.sub(r"\s*\*$", "", self.focused_label())
            if here == label:
                return
            seen.append(here)
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab không đến được ô «{label}»; đã qua {seen}\n{self.saw()}")

    def choose(self, label: str, wanted: str, steps_max: int = 80) -> None:
        chosen = "e => e.options[e.selectedIndex].text"
        field = self.field(label)
        if field.evaluate(chosen) == wanted:
            return
        self.to_field(label)
        self.key("Home")
        for _ in range(steps_max):
            if field.evaluate(chosen) == wanted:
                return
            self.key("ArrowDown")
        raise AssertionError(f"ô «{label}» không có «{wanted}»\n{self.saw()}")

    def fill_from(self, truth: dict) -> None:
        year, month, day = truth["issue_date"].split("-")
        self.correct("Cơ quan ban hành (tác giả)", truth["issuing_agency"])
        self.correct("Số", truth["number"])
        self.correct("Ký hiệu", truth["notation"])
        self.correct("Ngày văn bản", f"{day}/{month}/{year}")
        self.choose("Tên loại", truth["document_type"])
        self.correct("Trích yếu", truth["subject"])


@pytest.fixture(scope="module")
def server():
    """A server of its own: the morning begins with nothing waiting."""
    server = Server(PROGRAM).start()
    yield server
    server.remove()


def test_eleven_real_papers_without_a_mouse(window):
    page = window()
    wanted = truths()
    assert len(wanted) == len(PAPERS)
    screen = Screen(page).open("/dang-nhap")
    screen.tab_to("Vào vai Văn thư cơ quan").key("Enter")
    screen.requires_heading("Việc của tôi")
    screen.tab_to("Văn bản đến").key("Enter")
    screen.requires_heading("Văn bản đến")
    screen.tab_to("Nhận tệp").key("Enter")

    waiting = WaitingPapers(page)
    waiting.requires_heading("Chờ vào sổ")
    screen.tab_to("Thả tệp vào đây hoặc chọn tệp")
    with page.expect_file_chooser() as chooser:
        screen.key("Enter")
    chooser.value.set_files([str(Path(SAMPLES) / wanted[name]["file"]) for name in PAPERS])
    waiting.wait_for(lambda: waiting.rows.count() >= len(PAPERS), "mười một văn bản chờ", 120)
    waiting.wait_until_read(len(PAPERS), READING_SECONDS_MAX)
    names = {
        row.get_attribute("id").removeprefix("paper-"): next(name for name in PAPERS if name in row.inner_text())
        for row in waiting.rows.all()
    }

    numbers = {}
    page.reload()
    screen.key("v")
    while len(numbers) < len(PAPERS):
        page.wait_for_url(re.compile(r"/cho/\d+/vao-so"))
        clerk = KeyboardClerk(page)
        name = names[re.search(r"/cho/(\d+)/", page.url)[1]]
        assert name not in numbers, f"{name} hiện ra hai lần"
        clerk.fill_from(wanted[name])
        before = page.url
        clerk.key("Alt+Enter")
        clerk.wait_for(lambda: page.url != before, f"màn hình sau khi lưu {name}", 30)
        numbers[name] = clerk.saved_number()
    assert len(set(numbers.values())) == len(PAPERS)

    for name, number in numbers.items():
        words = " ".join(folded(wanted[name]["subject"]).replace(",", " ").split()[3:5])
        search = Search(page)
        search.by_key(words)
        search.requires_result(f"{wanted[name]['number']}/{wanted[name]['notation']}")

    text = pdf_text(RegisterBook(page).open_from_list().printed().file("PDF"))
    # A long symbol goes on in the next line of its column: its first part stands behind the number.
    begin = {name: f"{wanted[name]['number']}/{wanted[name]['notation'].split('-')[0]}" for name in PAPERS}
    missing = [name for name in PAPERS if begin[name] not in text]
    assert not missing, f"bản in sổ thiếu {missing}:\n{text[:3000]}"
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN" in text, text[:3000]
