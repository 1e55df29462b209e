"""Faults are run against the real program: CHAUBAN_PROGRAM, on the engine that CHAUBAN_TEST_DATABASE names."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "BrowserTests"))

from server import Server  # noqa: E402

PROGRAM = os.environ.get("CHAUBAN_PROGRAM", str(ROOT / ".build/debug/chauban"))


@pytest.fixture
def make_server():
    """Makes servers that are removed after the test, each with a data folder (and a database) of its own."""
    made = []

    def make(program=PROGRAM, **settings) -> Server:
        server = Server(program, database=os.environ.get("CHAUBAN_TEST_DATABASE"), **settings)
        made.append(server)
        return server

    yield make
    for server in made:
        server.remove()
