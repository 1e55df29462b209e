"""A program at the interface under `/api/v1`: its access token, and requests as curl would send them."""

import html
import json
import re
import urllib.error
import urllib.request
import uuid

from client import Client
from server import Server

SCOPES = [
    "documents-read", "documents-write", "drafts-read", "drafts-write", "outgoing-read", "outgoing-write", "copies-read",
    "copies-write", "registers-read", "registers-write", "search-read", "organization-read",
    "organization-write",
]


def access_token(server: Server, role: str = "Vào vai Văn thư cơ quan", scopes: list[str] = SCOPES, days: int = 30) -> str:
    """Makes a token on «Tài khoản của tôi», as the person would."""
    person = Client(server.port).sign_in(role)
    form = person.form(person.get("/tai-khoan/ma-truy-cap"), action="/tai-khoan/ma-truy-cap")
    fields = {**form.fields, "ten-ma": "phần mềm thử", "so-ngay": str(days), **{f"pv-{scope}": "1" for scope in scopes}}
    page, _ = person.ask("POST", form.action, fields)
    shown = re.search(r'name="ma"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="ma"', page)
    assert shown, f"no token was shown: {page[:500]}"
    return html.unescape(shown[1] or shown[2])


class Program:
    """Asks with a token; remembers the last answer's headers."""

    def __init__(self, server: Server, token: str):
        self.root = f"{server.address}/api/v1"
        self.token = token
        self.status = 0
        self.headers: dict[str, str] = {}

    def ask(self, method: str, path: str, body=None, **headers: str):
        """The JSON of the answer. Underscores in header names stand for hyphens."""
        request = urllib.request.Request(self.root + path, method=method)
        request.add_header("Authorization", f"Bearer {self.token}")
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                self.status, self.headers, text = answer.status, dict(answer.headers), answer.read()
        except urllib.error.HTTPError as error:
            self.status, self.headers, text = error.code, dict(error.headers), error.read()
        return json.loads(text) if text else None

    def create(self, path: str, body):
        return self.ask("POST", path, body, Idempotency_Key=str(uuid.uuid4()))
