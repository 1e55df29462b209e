"""Papers made for a journey: official letters of invented agencies, drawn by the browser as real PDF files with a text layer."""

import io
import subprocess
import zipfile
from pathlib import Path

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)

LETTER = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>
@page {{ size: A4; margin: 20mm }} body {{ font: 13pt Tinos, serif }} table {{ width: 100%; text-align: center }}
td {{ vertical-align: top; width: 42%; font-size: 12pt }} td + td {{ width: 58% }} p {{ text-align: justify; text-indent: 1cm }} .plain {{ text-indent: 0 }}</style></head><body>
<table><tr><td><b>{issuer}</b><br>―――<br>{code}<br>V/v {subject}</td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br><i>{place}, ngày {day} tháng {month} năm {year}</i></td></tr></table>
<p class="plain" style="text-align: center">Kính gửi: Tổng cục Quản lý Tài nguyên Địa chất</p>
<p>Thực hiện kế hoạch công tác năm, {issuer} đề nghị quý cơ quan phối hợp {subject} và gửi báo cáo trước ngày 30 hằng tháng.</p>
<table><tr><td></td><td><b>{position}</b><br><br><br><b>{signer}</b></td></tr></table></body></html>"""


def letter(
    chromium, folder: Path, *, number: int, subject: str, issuer: str = "SỞ XÂY DỰNG TỈNH LÂM SƠN", notation: str = "SXD-VP",
    place: str = "Lâm Sơn", date: str = "12/11/2026", position: str = "GIÁM ĐỐC", signer: str = "Phạm Văn Khải",
    by_hand: bool = False,
) -> Path:
    """One page; `date` as dd/MM/yyyy. `by_hand`: its number is written by a pen, so that no program reads it."""
    day, month, year = date.split("/")
    path = folder / f"cong-van-{number}.pdf"
    page = chromium.new_page()
    page.set_content(
        LETTER.format(
            code="―――" if by_hand else f"Số: {number}/{notation}", subject=subject, issuer=issuer, place=place, day=day, month=month, year=year,
            position=position, signer=signer,
        )
    )
    page.pdf(path=path, format="A4", print_background=True)
    page.close()
    return path


def pdf_text(data: bytes) -> str:
    """The text of a PDF file, its spaces made one."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def word(*paragraphs: str) -> bytes:
    """A small Word file of these paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    document = (
        '<?xml version="1.0" encoding="UTF-8"?><w:document '
        f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
    return data.getvalue()
