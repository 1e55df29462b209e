"""Pictures of every gallery screen, at 1440 and 360 px, light and dark. Called by `./dev gallery`."""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from conftest import CHROMIUM, PHONE, PROGRAM, WIDE
from pages.sign_in import SignIn
from server import Server
from test_gallery import GALLERY

LOOKS = [("1440", WIDE), ("360", PHONE)]


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    server = Server(PROGRAM).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            count = sum(picture_all(browser, server, folder, name, size, dark) for name, size in LOOKS for dark in (False, True))
            browser.close()
        print(f"{count} pictures in {folder}")
    finally:
        server.remove()


def picture_all(browser, server, folder: Path, name: str, size: dict, dark: bool) -> int:
    context = browser.new_context(
        base_url=server.address, viewport=size, color_scheme="dark" if dark else "light", locale="vi-VN"
    )
    page = context.new_page()
    SignIn(page).as_cast()
    page.goto(GALLERY)
    paths = [link.get_attribute("href") for link in page.locator(f"main a[href^='{GALLERY}/']").all()]
    for path in paths:
        page.goto(path)
        screen = path.rsplit("/", 1)[1]
        page.screenshot(path=folder / f"{screen}-{name}{'-toi' if dark else ''}.png", full_page=True)
    context.close()
    return len(paths)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "artifacts/gallery"))
