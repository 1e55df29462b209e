"""Every screen in every state that the gallery shows: read by the accessibility checker, measured in both windows.

A page is fetched once and looked at twice: wide in the light, then on a phone in the dark. The theme changes colours and
nothing else, the phone only what stands beside what, so there the contrast alone is read again."""

import pytest

from accessibility import CONTRAST, RULES, findings
from conftest import PHONE, WIDE
from pages.sign_in import SignIn

GALLERY = "/trung-bay"
# Tall, so that nothing lies under the sticky bar.
LOOKS = {
    "rộng, sáng": ({"width": WIDE["width"], "height": 3000}, "light", RULES),
    "điện thoại, tối": ({"width": PHONE["width"], "height": 3000}, "dark", CONTRAST),
}
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture
def gallery(window):
    """A page signed in as the clerk, and the addresses of all gallery screens."""
    page = window()
    SignIn(page).as_cast()
    page.goto(GALLERY)
    links = page.locator(f"main a[href^='{GALLERY}/']").all()
    found = [link.get_attribute("href") for link in links]
    assert len(found) > 20, f"phần trưng bày chỉ có {len(found)} màn hình"
    return page, found


def look(page, path: str) -> tuple[list[str], list[str]]:
    """What the checker finds on one screen, and in which looks it is wider than its window."""
    page.goto(path)
    found, wide = [], []
    for name, (viewport, scheme, rules) in LOOKS.items():
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        page.evaluate(PAINTED)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > viewport["width"]:
            wide.append(f"{path} ({name}): {width} px")
        found += [f"{finding} ({name})" for finding in findings(page, rules)]
    return found, wide


def walk(gallery, half: int) -> None:
    """Through every second screen: two browsers walk at the same time, each in a file of its own."""
    page, paths = gallery
    where, wide = {}, []
    for path in paths[half::2]:
        findings_here, too_wide = look(page, path)
        wide += too_wide
        for finding in findings_here:
            where.setdefault(finding, []).append(path)
    assert not where, "\n".join(f"{finding}\n    ở {', '.join(at[:4])}" for finding, at in where.items())
    assert not wide, "rộng hơn cửa sổ:\n" + "\n".join(wide)


def test_every_screen_is_readable_and_no_wider_than_its_window(gallery):
    walk(gallery, 0)
