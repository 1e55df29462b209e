"""A born-digital letter of two pages, set by LibreOffice with its fonts inside, as most letters come today."""

import subprocess
from pathlib import Path

LETTER = """<html><head><meta charset="utf-8"></head><body style="font-family: Tinos; font-size: 13pt">
<table width="100%"><tr><td align="center"><b>SỞ XÂY DỰNG TỈNH LÂM SƠN</b><br>Số: 15/SXD-VP<br>V/v gửi báo cáo quý IV</td>
<td align="center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br>
<i>Lâm Sơn, ngày 12 tháng 11 năm 2026</i></td></tr></table>
<p align="center">Kính gửi: Tổng cục Quản lý Tài nguyên Địa chất</p>{body}
<p align="right"><b>GIÁM ĐỐC<br><br>Phạm Văn Khải</b></p></body></html>"""
PARAGRAPH = (
    "<p>Thực hiện kế hoạch công tác năm, Sở Xây dựng tỉnh Lâm Sơn đề nghị quý cơ quan phối hợp cung cấp số liệu về quy"
    " hoạch, cấp phép và giám sát hoạt động thăm dò, khai thác khoáng sản làm vật liệu xây dựng thông thường trên địa bàn"
    " tỉnh, gửi báo cáo trước ngày 30 hằng tháng để tổng hợp, trình Ủy ban nhân dân tỉnh xem xét, quyết định.</p>"
)


def born_digital(folder: Path) -> bytes:
    """Two A4 pages, about 900 syllables."""
    (folder / "letter.html").write_text(LETTER.format(body=PARAGRAPH * 12))
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "letter.html"],
        cwd=folder, check=True, capture_output=True, timeout=120,
    )
    data = (folder / "letter.pdf").read_bytes()
    found = subprocess.run(["pdfinfo", "letter.pdf"], cwd=folder, check=True, capture_output=True, text=True).stdout
    assert any(line.split() == ["Pages:", "2"] for line in found.splitlines()), found
    return data
