"""The interface for programs tried out from its own description: no server error, no answer that is not documented.

Every operation is called with made-up requests, well-formed and malformed, alone and one after the other along the links
of the document. All checks of schemathesis run; what a domain refuses beyond its schema is in schemathesis.toml.
"""

import json
import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from conftest import PROGRAM
from programs import access_token
from server import Server

HERE = Path(__file__).parent
EXAMPLES = os.environ.get("CHAUBAN_API_EXAMPLES", "12")
CAST = ["Vào vai Văn thư cơ quan", "Vào vai Quản trị"]


@pytest.fixture(scope="module")
def eager_server():
    """Takes as many requests as come."""
    server = Server(PROGRAM, CHAUBAN_API_REQUESTS="10000000").start()
    yield server
    server.remove()


@pytest.mark.parametrize("role", CAST)
def test_no_server_error_and_no_undocumented_answer(eager_server, role, tmp_path):
    token = access_token(eager_server, role)
    tool = Path(sys.executable).parent / "schemathesis"
    done = subprocess.run(
        [
            sys.executable, tool, "--config-file", HERE / "schemathesis.toml", "run",
            f"{eager_server.address}/api/v1/openapi.json", "--header", f"Authorization: Bearer {token}",
            "--max-examples", EXAMPLES, "--checks", "all", "--warnings", "off", "--seed", "20261125", "--no-color",
        ],
        cwd=tmp_path, capture_output=True, text=True, timeout=900,
        env={
            **os.environ, "SCHEMATHESIS_HOOKS": "schemathesis_hooks", "PYTHONPATH": str(HERE),
            "CHAUBAN_API_ROOT": f"{eager_server.address}/api/v1", "CHAUBAN_API_TOKEN": token,
        },
    )
    assert done.returncode == 0, done.stdout[-12000:] + done.stderr[-2000:]
    assert f"Tested: {operation_count(eager_server)}" in done.stdout, done.stdout[-3000:]


def test_the_acts_behind_were_reached(eager_server):
    """Made-up requests that are all refused would prove little: after both runs most changes have been made for real."""
    met = set()
    for line in eager_server.log.read_text(errors="replace").splitlines():
        seen = re.search(r"method=(\w+) .*route=/api/v1(\S+) status=2", line)
        if seen:
            met.add(f"{seen[1]} {seen[2]}")
    changing = {
        operation
        for operation in operations(eager_server)
        if not operation.startswith("GET ") and "/work-items/" not in operation
        and not any(part in operation for part in ("/drafts", "/outgoing-documents", "/number-reservations", "/packets", "/copies"))
    }
    missed = changing - met
    assert len(missed) <= MISSED_MAX, f"never met: {missed}"


# A file that is a document, a year that has ended, an agency without units are seldom made up by chance.
# Moves of a piece of work or a draft belong to whoever holds it, not to these two: the Swift suite asks each of them by both channels.
MISSED_MAX = 7


def operations(server) -> list[str]:
    with urllib.request.urlopen(f"{server.address}/api/v1/openapi.json") as answer:
        paths = json.load(answer)["paths"]
    return [f"{method.upper()} {path}" for path, methods in paths.items() for method in methods]


def operation_count(server) -> int:
    return len(operations(server))
