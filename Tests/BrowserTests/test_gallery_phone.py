"""The same screens on a phone in the dark: the theme changes colours and nothing else, the phone only what stands beside what.

A file of its own, so that another browser walks at the same time."""

from accessibility import CONTRAST
from conftest import PHONE
from test_gallery import screens, walk

__all__ = ["screens"]


def test_every_screen_is_readable_and_no_wider_than_a_phone(screens):  # noqa: F811
    walk(screens, {"viewport": {"width": PHONE["width"], "height": 3000}, "dark": True}, CONTRAST)
