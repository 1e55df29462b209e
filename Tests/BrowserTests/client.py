"""A browser without a screen: signs in, reads forms, sends them. For faults and measurements, where many are needed."""

import html
import http.client
import re
import secrets
import urllib.parse
from collections.abc import Iterable
from html.parser import HTMLParser
from http.cookies import SimpleCookie


class Form:
    """A form as it stands on a page, with everything that is filled in already."""

    def __init__(self, action: str):
        self.action = action
        self.fields: dict[str, str] = {}
        self.choices: dict[str, dict[str, str]] = {}
        self.text = ""

    def choose(self, name: str, label: str) -> None:
        """Chooses from a list by the words shown."""
        self.fields[name] = self.choices[name][label]


class FormReader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.select: str | None = None
        self.area: str | None = None
        self.option: str | None = None

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.form = Form(given.get("action", ""))
            self.forms.append(self.form)
        if self.form is None:
            return
        name = given.get("name", "")
        if tag == "input" and name and given.get("type") not in ("checkbox", "radio", "file", "submit"):
            self.form.fields[name] = given.get("value", "")
        elif tag == "button" and name:
            self.form.fields.setdefault(name, given.get("value", ""))
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select:
            self.option = given.get("value", "")
            if "selected" in given or self.select not in self.form.fields:
                self.form.fields[self.select] = self.option
        elif tag == "textarea" and name:
            self.area = name
            self.form.fields[name] = ""

    def handle_data(self, data):
        if self.form is None:
            return
        self.form.text += data
        if self.option is not None and self.select:
            self.form.choices.setdefault(self.select, {})[data.strip()] = self.option
            self.option = None
        if self.area:
            self.form.fields[self.area] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None


def words(page: str, length: int = 1500) -> str:
    """What a person would read, for messages."""
    text = re.sub(r"<(script|style|option)[^>]*>.*?</\1>", " ", page, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())[:length]


class Client:
    """One person at one server, over one connection."""

    def __init__(self, port: int, timeout: float = 30):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
        self.cookies: dict[str, str] = {}
        self.status = 0

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[str, str | None]:
        """The body, and where it redirects to. Does not follow: whoever asks wants to know what was answered."""
        body = urllib.parse.urlencode(fields).encode() if fields is not None else None
        return self.send(method, path, body, "application/x-www-form-urlencoded")

    def upload(
        self, path: str, fields: dict[str, str], files: list[tuple[str, Iterable[bytes], int]], field: str = "files"
    ) -> tuple[str, str | None]:
        """Sends a form with files, each as name, pieces and length; never holds one whole."""
        boundary = secrets.token_hex(16)
        heads = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        file_heads = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n".encode()
            for name, _, _ in files
        ]
        end = f"--{boundary}--\r\n".encode()

        def body():
            yield from heads
            for head, (_, pieces, _) in zip(file_heads, files, strict=True):
                yield head
                yield from pieces
                yield b"\r\n"
            yield end

        length = sum(map(len, heads + file_heads)) + sum(size + 2 for _, _, size in files) + len(end)
        return self.send("POST", path, body(), f"multipart/form-data; boundary={boundary}", length)

    def send(
        self, method: str, path: str, body, kind: str, length: int | None = None
    ) -> tuple[str, str | None]:
        headers = {"Cookie": self.cookie, "Accept": "text/html"}
        if body is not None:
            headers["Content-Type"] = kind
        if length is not None:
            headers["Content-Length"] = str(length)
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode(errors="replace")
        self.status = answer.status
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return text, answer.headers.get("Location")

    def get(self, path: str) -> str:
        """Follows redirects."""
        for _ in range(5):
            text, location = self.ask("GET", path)
            if location is None:
                return text
            path = location
        raise RuntimeError(f"{path}: redirected again and again")

    @staticmethod
    def form(page: str, *, action: str = "", text: str = "") -> Form:
        """The first form whose address contains `action` and whose words contain `text`."""
        reader = FormReader()
        reader.feed(page)
        for form in reader.forms:
            if action in form.action and text in form.text:
                return form
        raise RuntimeError(f"no form «{action or text}» among {[form.action for form in reader.forms]}")

    @staticmethod
    def link(page: str, text: str) -> str:
        """Where the first link with these words leads."""
        for href, inner in re.findall(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', page, re.S):
            if text in words(inner):
                return html.unescape(href)
        raise RuntimeError(f"no link «{text}» on: {words(page)}")

    def sign_in(self, role: str = "Vào vai Văn thư cơ quan") -> "Client":
        form = self.form(self.get("/dang-nhap"), text=role)
        _, location = self.ask("POST", form.action, form.fields)
        if location is None:
            raise RuntimeError(f"nobody was signed in as «{role}»: status {self.status}")
        return self
