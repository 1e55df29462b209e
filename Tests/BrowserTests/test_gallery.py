"""Every screen in every state that the gallery shows: read by the accessibility checker, measured in a wide window."""

import pytest

from accessibility import RULES, findings
from conftest import WIDE
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


def walk(screens, window, rules) -> None:
    """Through all of them in one window; tall, so that nothing lies under the sticky bar."""
    paths, signed_in = screens
    page = signed_in(**window)
    found, wide = {}, {}
    for path in paths:
        page.goto(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > window["viewport"]["width"]:
            wide[path] = width
        for finding in findings(page, rules):
            found.setdefault(finding, []).append(path)
    assert not found, "\n".join(f"{finding}\n    ở {', '.join(where[:4])}" for finding, where in found.items())
    assert not wide, f"rộng hơn {window['viewport']['width']} px: {wide}"


def test_every_screen_is_readable_and_no_wider_than_its_window(screens):
    walk(screens, {"viewport": {"width": WIDE["width"], "height": 3000}}, RULES)
