"""What the machine's keeper asks of the running program."""

import re
import urllib.error
import urllib.request

import pytest


def ask(server, path: str) -> str:
    with urllib.request.urlopen(server.address + path, timeout=10) as answer:
        return answer.read().decode()


def test_health_and_figures(server):
    assert ask(server, "/suc-khoe") == "ok\n"
    figures = ask(server, "/so-do")
    count = re.search(r'^chauban_http_request_duration_seconds_count\{status="2xx"\} (\d+)$', figures, re.MULTILINE)
    assert count and int(count[1]) > 0, figures
    again = ask(server, "/so-do")
    later = re.search(r'^chauban_http_request_duration_seconds_count\{status="2xx"\} (\d+)$', again, re.MULTILINE)
    assert int(later[1]) > int(count[1])


def test_figures_are_not_given_through_a_proxy(server):
    for headers in [{"X-Forwarded-For": "10.1.2.3"}, {"X-Real-IP": "10.1.2.3"}, {"Host": "vanban.truongson.example"}]:
        request = urllib.request.Request(server.address + "/so-do", headers=headers)
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(request, timeout=10)
