import re
from pathlib import Path

from pages.screen import Screen


class Registration(Screen):
    """«Vào sổ văn bản đến»: page image left, fields right."""

    def open_without_file(self) -> "Registration":
        self.open("/van-ban-den")
        self.press("Vào sổ", exact=True)
        self.requires_heading("Vào sổ văn bản đến")
        return self

    @property
    def next_number(self) -> int:
        return int(self.page.locator("[data-next-number]").inner_text())

    def fill_letter(
        self, number: str, notation: str, subject: str, issuer: str = "Sở Xây dựng tỉnh Lâm Sơn",
        day: str = "12/11/2026", type_name: str = "Công văn",
    ) -> "Registration":
        self.fill("Cơ quan ban hành (tác giả)", issuer)
        self.fill("Số", number)
        self.fill("Ký hiệu", notation)
        self.fill("Ngày văn bản", day)
        self.fill("Tên loại", type_name)
        self.fill("Trích yếu", subject)
        return self

    def save(self) -> int:
        """Presses «Lưu»; gives the number the notice tells."""
        self.press("Lưu", exact=True)
        return self.saved_number()

    def saved_number(self) -> int:
        text = self.require(
            self.page.get_by_text(re.compile(r"Đã vào sổ số đến \d+")), "câu «Đã vào sổ số đến …»"
        ).inner_text()
        return int(re.search(r"số đến (\d+)", text)[1])


class WaitingPapers(Screen):
    """«Chờ vào sổ»: files dropped at once, read ahead."""

    PATH = "/van-ban-den/cho"

    @property
    def rows(self):
        return self.page.locator("li[data-row]")

    def drop(self, *files: Path) -> "WaitingPapers":
        """Gives real files to the zone, as a hand would; returns when each has its line."""
        self.require(self.page.locator("[data-upload]"), "vùng thả tệp")
        self.wait_until_ready()
        wanted = self.rows.count() + len(files)
        self.page.locator("#upload-files").set_input_files([str(file) for file in files])
        self.wait_for(lambda: self.rows.count() >= wanted, f"{wanted} văn bản chờ", 60)
        return self

    def wait_until_read(self, count: int, seconds: int = 180) -> "WaitingPapers":
        """All that wait are read, those that other journeys left too."""
        count = max(count, self.rows.count())
        read = self.rows.filter(has_text=re.compile("Đã đọc|Không đọc được"))
        self.wait_for(lambda: read.count() >= count, f"{count} văn bản đã đọc", seconds)
        return self

    def begin(self, file_name: str) -> Registration:
        self.page.get_by_role("link", name=re.compile(f"Vào sổ.*{re.escape(file_name)}")).click()
        return Registration(self.page)
