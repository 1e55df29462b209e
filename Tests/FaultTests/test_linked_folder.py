"""The data folder may be a link to another disk: the tools work there all the same."""

import time

import broken_papers as papers
from client import Client, words

WAITING = "/van-ban-den/cho"


def test_papers_are_read_in_a_linked_data_folder(make_server, tmp_path):
    server = make_server()
    (tmp_path / "elsewhere").mkdir()
    (server.folder / "data").symlink_to(tmp_path / "elsewhere")
    server.start()
    client = Client(server.port).sign_in()
    data = papers.letter(2)
    form = client.form(client.get(WAITING), action=WAITING)
    page, location = client.upload(form.action, form.fields, [("cong-van.pdf", [data], len(data))])
    assert location, words(page)
    for _ in range(120):
        shown = words(client.get(WAITING), 4000)
        if "Đã đọc" in shown:
            return
        time.sleep(0.25)
    raise AssertionError(shown)
