"""The other half of the gallery, in a file of its own, so that another browser walks at the same time."""

from test_gallery import gallery, walk

__all__ = ["gallery"]


def test_every_other_screen_is_readable_and_no_wider_than_its_window(gallery):  # noqa: F811
    walk(gallery, 1)
