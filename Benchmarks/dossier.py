"""One dossier of very many documents: filing into it, and every part of its page."""

import time

from client import Client, words

OPENING = "/ho-so/mo"
FILING = "/ho-so/dua-vao/incomingDocument"
PAGES = {
    "story": "", "contents": "/van-ban", "contents, late": "/van-ban?sau={late}", "work": "/viec", "people": "/tham-gia",
    "closing": "/ket-thuc",
}


def opened(client: Client) -> str:
    """The address of a new dossier."""
    form = client.form(client.get(OPENING), text="Tiêu đề hồ sơ")
    form.fields |= {"tieu-de": "Hồ sơ của rất nhiều văn bản", "thoi-han-bao-quan": "20"}
    text, location = client.ask("POST", form.action, form.fields)
    assert location, words(text)
    return location.split("/van-ban")[0]


def filled(client: Client, dossier: str, documents: list[str]) -> list[float]:
    """Milliseconds that each document took to be put in."""
    took = []
    number = dossier.rsplit("/", 1)[1]
    fields = client.form(client.get(f"{FILING}/{documents[0]}"), text="Đưa vào hồ sơ").fields | {"ho-so": number}
    for document in documents:
        start = time.monotonic()
        text, location = client.ask("POST", f"{FILING}/{document}", fields)
        assert location, words(text)
        took.append((time.monotonic() - start) * 1000)
    return took
