"""Writing in a draft's Word file as at a desk: taken home, words put where the template has dots, brought back."""

import io
import zipfile

from pages.screen import Screen

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def written(document: bytes, words: str) -> bytes:
    """A Word file with these words in the place of every «…»."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.decode().replace("…", words).encode() if name == "word/document.xml" else part)
    return data.getvalue()


def completed(officer: Screen, path: str, words: str = "các nội dung theo báo cáo kèm theo") -> None:
    """The newest version of a draft made from the template, written to its end and brought back."""
    officer.open(path)
    taken = officer.page.get_by_role("link", name="Tải về").first.evaluate("link => link.href")
    document = officer.page.request.get(taken).body()
    officer.open(path + "/ban-moi")
    officer.page.get_by_label("Tệp Word của dự thảo").set_input_files(
        {"name": "du-thao.docx", "mimeType": WORD, "buffer": written(document, words)}
    )
    officer.page.locator("form.act button.button-primary").click()
    officer.requires_text("Đã đưa bản")
