"""Papers made for a journey: official letters of invented agencies, drawn by the browser as real PDF files with a text layer."""

import subprocess
from pathlib import Path

LETTER = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>
@page {{ size: A4; margin: 20mm }} body {{ font: 13pt Tinos, serif }} table {{ width: 100%; text-align: center }}
td {{ vertical-align: top; width: 42%; font-size: 12pt }} td + td {{ width: 58% }} p {{ text-align: justify; text-indent: 1cm }} .plain {{ text-indent: 0 }}</style></head><body>
<table><tr><td><b>{issuer}</b><br>―――<br>Số: {number}/{notation}<br>V/v {subject}</td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br><i>{place}, ngày {day} tháng {month} năm {year}</i></td></tr></table>
<p class="plain" style="text-align: center">Kính gửi: Tổng cục Quản lý Tài nguyên Địa chất</p>
<p>Thực hiện kế hoạch công tác năm, {issuer} đề nghị quý cơ quan phối hợp {subject} và gửi báo cáo trước ngày 30 hằng tháng.</p>
<table><tr><td></td><td><b>{position}</b><br><br><br><b>{signer}</b></td></tr></table></body></html>"""


def letter(
    chromium, folder: Path, *, number: int, subject: str, issuer: str = "SỞ XÂY DỰNG TỈNH LÂM SƠN", notation: str = "SXD-VP",
    place: str = "Lâm Sơn", date: str = "12/11/2026", position: str = "GIÁM ĐỐC", signer: str = "Phạm Văn Khải",
) -> Path:
    """One page; `date` as dd/MM/yyyy."""
    day, month, year = date.split("/")
    path = folder / f"cong-van-{number}.pdf"
    page = chromium.new_page()
    page.set_content(
        LETTER.format(
            number=number, subject=subject, issuer=issuer, notation=notation, place=place, day=day, month=month, year=year,
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
