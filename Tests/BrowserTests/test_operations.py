"""What the machine's keeper asks of the running program."""

import re
import urllib.request


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
