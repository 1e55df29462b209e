from pages.screen import Screen


class RegisterBook(Screen):
    """«Sổ đăng ký văn bản đến», as the printed book."""

    def open_from_list(self) -> "RegisterBook":
        self.open("/van-ban-den")
        self.press("Sổ đăng ký")
        self.requires_heading("Sổ đăng ký")
        self.page.locator("main").get_by_role("link", name="Sổ đăng ký văn bản đến").first.click()
        self.requires_heading("Sổ đăng ký văn bản đến")
        return self

    def numbers(self) -> list[int]:
        """Arrival numbers in the order they stand."""
        cells = self.page.locator("table tbody tr").all()
        found = []
        for row in cells:
            number = row.locator("td b").first
            if number.count() and number.inner_text().strip().isdigit():
                found.append(int(number.inner_text()))
        return found

    def line(self, number: int) -> str:
        row = self.page.locator("tr", has=self.page.get_by_text(str(number), exact=True))
        return self.require(row, f"dòng số đến {number}").inner_text()

    def printed(self, seconds: int = 180) -> "PrintedVolume":
        """«In sổ», «In quyển này» by their keys; waits until the volume's files are made."""
        self.key("i")
        self.requires_heading("In sổ")
        links = self.page.locator("#volumes td a")
        before = links.count()
        self.key("Control+Enter")
        self.wait_for(lambda: links.count() > before, "tệp của quyển vừa in", seconds)
        return PrintedVolume(self.page)

    def spreadsheet(self) -> bytes:
        with self.page.expect_download(timeout=60_000) as waiting:
            self.press("Excel")
        return open(waiting.value.path(), "rb").read()


class PrintedVolume(Screen):
    """A volume of the book as it was printed, in the formats it was made in."""

    def file(self, ending: str) -> bytes:
        """The newest volume's file whose link says `ending`."""
        link = self.require(self.page.locator("#volumes td a").filter(has_text=ending), f"tệp «{ending}»")
        answer = self.page.request.get(link.get_attribute("href"))
        assert answer.ok, f"{answer.status}: {answer.text()[:300]}"
        return answer.body()
