"""Every screen in every state that the gallery shows: read by the accessibility checker, measured on a phone."""

import pytest

from accessibility import findings
from conftest import PHONE, WIDE
from pages.sign_in import SignIn

GALLERY = "/trung-bay"


@pytest.fixture
def screens(window):
    """Addresses of all gallery screens, and a function that opens windows signed in as the clerk."""

    def signed_in(**look):
        page = window(**look)
        SignIn(page).as_cast()
        return page

    page = signed_in()
    page.goto(GALLERY)
    links = page.locator(f"main a[href^='{GALLERY}/']").all()
    found = [link.get_attribute("href") for link in links]
    assert len(found) > 20, f"phần trưng bày chỉ có {len(found)} màn hình"
    return found, signed_in


@pytest.mark.parametrize("dark", [False, True], ids=["sáng", "tối"])
def test_the_checker_finds_nothing_in_the_gallery(screens, dark):
    paths, signed_in = screens
    page = signed_in(dark=dark, viewport={"width": 1440, "height": 3000})  # tall: nothing under the sticky bar
    found = {}
    for path in paths:
        page.goto(path)
        for finding in findings(page):
            found.setdefault(finding, []).append(path)
    assert not found, "\n".join(f"{finding}\n    ở {', '.join(where[:4])}" for finding, where in found.items())


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["360", "1440"])
def test_no_screen_of_the_gallery_is_wider_than_its_window(screens, viewport):
    paths, signed_in = screens
    page = signed_in(viewport=viewport)
    wide = {}
    for path in paths:
        page.goto(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > viewport["width"]:
            wide[path] = width
    assert not wide, f"rộng hơn {viewport['width']} px: {wide}"
