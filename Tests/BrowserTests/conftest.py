"""What every browser journey stands on: one Chromium and one server for the whole run, a fresh window for each test."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from pages.sign_in import SignIn
from server import Server

CHROMIUM = os.environ.get("CHAUBAN_CHROMIUM", "/usr/bin/chromium")
PROGRAM = os.environ.get("CHAUBAN_PROGRAM", str(Path(__file__).parents[2] / ".build/debug/chauban"))
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def chromium():
    """The distribution's browser; `--no-sandbox` because tests may run as root in a container."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server():
    """A server over the example body. Journeys share it, so none may count on a particular number."""
    server = Server(PROGRAM, database=os.environ.get("CHAUBAN_TEST_DATABASE")).start()
    yield server
    server.remove()


@pytest.fixture
def window(chromium, server):
    """Opens windows of this test: `window(width=…, javascript=…)` gives a page with an empty cookie jar."""
    contexts = []

    def open_window(viewport=WIDE, javascript=True, dark=False, **more):
        context = chromium.new_context(
            base_url=server.address, viewport=viewport, java_script_enabled=javascript, locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh", color_scheme="dark" if dark else "light", accept_downloads=True, **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: open_window.errors.append(f"{page.url}: {error}"))
        return page

    open_window.errors = []
    yield open_window
    for context in contexts:
        context.close()
    assert not open_window.errors, f"lỗi trong mã của trang: {open_window.errors}"


@pytest.fixture
def clerk(window):
    """A window where the registry clerk of the example body is signed in."""
    page = window()
    SignIn(page).as_cast()
    return page


@pytest.fixture(autouse=True)
def server_log(request):
    """Adds what the server said last to the report of a failed journey."""
    yield
    report = getattr(request.node, "report", None)
    if report is not None and report.failed and "server" in request.fixturenames:
        print(f"\n--- server ---\n{request.getfixturevalue('server').tail(8)}")


# Files of one long journey or one long look at everything: begun first, so that two browsers end at nearly the same time.
LONG = ["test_gallery.py", "test_gallery_other_half.py", "test_samples.py", "test_two_agencies.py", "test_collections.py"]


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: LONG.index(item.path.name) if item.path.name in LONG else len(LONG))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.report = report
    return report
