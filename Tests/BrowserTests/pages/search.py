from pages.screen import Screen


class Search(Screen):
    """«Tra cứu», reached from the box on every screen."""

    def look_for(self, words: str) -> "Search":
        self.page.locator("#search-box").fill(words)
        self.page.locator("#search-box").press("Enter")
        self.page.wait_for_url("**/tra-cuu?**")
        return self

    def by_key(self, words: str) -> "Search":
        """«/», the words, Enter: no mouse."""
        self.wait_until_ready()
        self.page.locator("body").press("/")
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/tra-cuu?**")
        return self

    def requires_result(self, subject: str) -> None:
        self.require(self.page.locator("main").get_by_text(subject), f"kết quả «{subject}»")
