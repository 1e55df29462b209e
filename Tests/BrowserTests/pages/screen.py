"""What every screen can be asked, in the words that stand on it. A missing thing is told together with what was seen."""

import re

from playwright.sync_api import Error, Locator, Page, expect

PATIENCE = 10_000  # ms


class Screen:
    def __init__(self, page: Page):
        self.page = page
        page.set_default_timeout(PATIENCE)

    # ---- looking

    @property
    def heading(self) -> str:
        return self.page.locator("h1").first.inner_text()

    def texts(self, selector: str) -> list[str]:
        found = self.page.locator(selector).all()
        return [text for text in (one.inner_text().strip() for one in found if one.is_visible()) if text]

    def saw(self) -> str:
        """The screen in a few lines, for the message of a failed expectation."""
        try:
            return "\n".join(
                [
                    f"  địa chỉ: {self.page.url}",
                    f"  tiêu đề: {self.texts('h1')}",
                    f"  thông báo: {self.texts('.notice, .reasons, [role=alert]')}",
                    f"  nút: {self.texts('main button, main .button, dialog[open] button')}",
                    f"  ô: {self.texts('main label, dialog[open] label')}",
                    f"  chữ: {' '.join(self.page.locator('main').first.inner_text().split())[:600]}",
                ]
            )
        except Error as error:
            return f"  (không đọc được màn hình: {error})"

    def require(self, locator: Locator, what: str) -> Locator:
        """The first visible match."""
        try:
            visible = locator.locator("visible=true").first
            visible.wait_for(state="visible")
            return visible
        except Error as error:
            raise AssertionError(f"Không thấy {what}. Đang có:\n{self.saw()}") from error

    def wait_for(self, holds, what: str, seconds: int) -> None:
        """Asks again and again, without touching the page."""
        for _ in range(seconds * 4):
            if holds():
                return
            self.page.wait_for_timeout(250)
        raise AssertionError(f"Sau {seconds} giây vẫn chưa có {what}. Đang có:\n{self.saw()}")

    def requires_text(self, text: str) -> None:
        self.require(self.page.get_by_text(text), f"chữ «{text}»")

    def requires_heading(self, text: str) -> None:
        self.require(self.page.get_by_role("heading", name=text), f"tiêu đề «{text}»")

    def lacks_text(self, text: str) -> None:
        try:
            expect(self.page.get_by_text(text).locator("visible=true")).to_have_count(0, timeout=PATIENCE)
        except AssertionError as error:
            raise AssertionError(f"Vẫn còn chữ «{text}». Đang có:\n{self.saw()}") from error

    def button(self, label: str, exact: bool = False) -> Locator:
        return self.require(
            self.page.get_by_role("button", name=label, exact=exact).or_(
                self.page.get_by_role("link", name=label, exact=exact)
            ),
            f"nút «{label}»",
        )

    def field(self, label: str) -> Locator:
        """By its whole label; the star of a required field is no part of it."""
        whole = re.compile(rf"^\s*{re.escape(label)}\s*\*?\s*$")
        return self.require(self.page.get_by_label(whole), f"ô «{label}»")

    @property
    def notice(self) -> str:
        return self.require(self.page.locator(".notices"), "thông báo").inner_text()

    # ---- acting

    def press(self, label: str, exact: bool = False) -> "Screen":
        self.button(label, exact).click()
        return self

    def fill(self, label: str, text: str) -> "Screen":
        """Types into a field, or chooses from a list."""
        field = self.field(label)
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(label=text)
        else:
            field.fill(text)
        return self

    def value(self, label: str) -> str:
        return self.field(label).input_value()

    def open(self, path: str) -> "Screen":
        self.page.goto(path)
        return self

    # ---- the keyboard

    def wait_until_ready(self) -> None:
        """A key that comes before the scripts do, or before the field that asks for the focus has it, goes astray."""
        self.page.wait_for_selector("html.ready", state="attached")
        # The focus is given when the page is first painted.
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def key(self, *keys: str) -> "Screen":
        for one in keys:
            self.wait_until_ready()
            self.page.keyboard.press(one)
        return self

    def type(self, text: str) -> "Screen":
        """Into the field that has the focus; a page that is still being painted has given it to none."""
        self.wait_until_ready()
        self.page.wait_for_function(
            "() => document.activeElement?.matches('textarea, select, [contenteditable], input:not([type=submit])')"
        )
        self.page.keyboard.type(text)
        return self

    def focused_label(self) -> str:
        """The label of the element that has the focus, as a screen reader would say it."""
        return self.page.evaluate(
            """() => { const e = document.activeElement; if (!e || e === document.body) return '';
            return (e.labels?.[0]?.innerText || e.getAttribute('aria-label') || e.innerText || e.tagName).trim() }"""
        )

    def tab_to(self, label: str, steps_max: int = 80, back: bool = False) -> "Screen":
        """Presses Tab until the thing with this label has the focus."""
        seen = []
        self.wait_until_ready()
        for _ in range(steps_max):
            here = self.focused_label()
            if label in here:
                return self
            seen.append(here)
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab không đến được «{label}»; đã qua: {seen}\n{self.saw()}")
