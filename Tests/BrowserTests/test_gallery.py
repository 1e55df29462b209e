"""Every screen in every state that the gallery shows: read by the accessibility checker, measured on a phone."""

import pytest

from accessibility import CONTRAST, RULES, findings
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


# The dark theme changes colours and nothing else, and the phone only what stands beside what.
LOOKS = {
    "sáng, 1440": ({"viewport": {"width": WIDE["width"], "height": 3000}}, RULES),
    "tối, 360": ({"viewport": {"width": PHONE["width"], "height": 3000}, "dark": True}, CONTRAST),
}


@pytest.mark.parametrize("look", LOOKS)
def test_every_screen_is_readable_and_no_wider_than_its_window(screens, look):
    paths, signed_in = screens
    window, rules = LOOKS[look]
    page = signed_in(**window)  # tall: nothing under the sticky bar
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
