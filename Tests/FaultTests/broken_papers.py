"""Papers as nobody should send them, made by hand so that each is broken in one known way, and sound ones beside them."""

import subprocess
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

A4 = (595, 842)
LINES = ["SO XAY DUNG TINH LAM SON", "So: 15/SXD-VP", "Lam Son, ngay 12 thang 11 nam 2026", "V/v gui bao cao quy IV nam 2026"]


def pdf(objects: Iterable[bytes], tail: bytes = b"%%EOF\n") -> bytes:
    """A PDF file of these objects, the first of which is the catalog."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n" % (len(places) + 1, start)
    return bytes(out + tail)


def stream(data: bytes, filters: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), filters, data)


def letter(pages: int = 1, size: tuple[int, int] = A4, content: bytes | None = None) -> bytes:
    """A born-digital letter; `content` replaces the stream object of what is written on each page."""
    written = b" T* ".join(b"(%b) Tj" % line.encode() for line in LINES)
    content = content or stream(b"BT /F1 13 Tf 70 770 Td 18 TL %b ET" % written)
    kids = b" ".join(b"%d 0 R" % (5 + page) for page in range(pages))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>"
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count %d /Kids [%b] >>" % (pages, kids),
            content,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *[page % size] * pages,
        ]
    )


def picture(folder: Path, kind: str) -> bytes:
    """The letter as a scanner gives it: `png` or `jpeg`."""
    (folder / "letter.pdf").write_bytes(letter())
    subprocess.run(["pdftoppm", "-r", "100", f"-{kind}", "-singlefile", folder / "letter.pdf", folder / "letter"], check=True)
    return next(folder.glob(f"letter.{kind[:2]}*g")).read_bytes()


def scan(folder: Path) -> bytes:
    """A PDF of one picture and no word."""
    size = b"/Width 827 /Height 1170 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
            stream(b"595 0 0 842 0 0 cm /I Do"),
            stream(picture(folder, "jpeg"), b"/Type /XObject /Subtype /Image " + size),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /XObject << /I 4 0 R >> >> >>",
        ]
    )


CROWDED = b"BT /F1 9 Tf (" + b"a b c d e f g h " * 2000 + b") Tj ET\n"


def unfolding(unpacked_mebibytes: int, line: bytes) -> bytes:
    """A stream that two decompressions make a million times larger."""
    packer = zlib.compressobj(9)
    block = line * ((1 << 20) // len(line))
    once = b"".join(packer.compress(block) for _ in range(unpacked_mebibytes)) + packer.flush()
    return stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]")


def encrypted(folder: Path) -> bytes:
    (folder / "open.pdf").write_bytes(letter())
    subprocess.run(
        ["qpdf", "--encrypt", "mat-khau", "chu-so-huu", "256", "--", folder / "open.pdf", folder / "locked.pdf"], check=True
    )
    return (folder / "locked.pdf").read_bytes()


TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""
DOCUMENT = """<?xml version="1.0"?>{doctype}
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>
</w:body></w:document>"""


def docx(path: Path, text: str = "Kính gửi", doctype: str = "", filler_mebibytes: int = 0) -> bytes:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", DOCUMENT.format(doctype=doctype, text=text))
        if filler_mebibytes:
            with archive.open("word/media.xml", "w") as entry:
                for _ in range(filler_mebibytes):
                    entry.write(b" " * (1 << 20))
    return path.read_bytes()


def reaching_out(path: Path, target: Path) -> bytes:
    """Word that wants the contents of a file of the server in its text."""
    return docx(path, text="&out;", doctype=f'<!DOCTYPE d [<!ENTITY out SYSTEM "file://{target}">]>')


def laughing(path: Path) -> bytes:
    """Word whose one paragraph would be ten thousand million syllables."""
    entities = '<!ENTITY a0 "ha ">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11))
    return docx(path, text="&a10;", doctype=f"<!DOCTYPE d [{entities}]>")


def scanned_letter(folder: Path, pages: int = 2) -> bytes:
    """A letter as a scanner gives it: pictures of pages and no text."""
    (folder / "letter.pdf").write_bytes(letter(pages))
    subprocess.run(["pdftoppm", "-jpeg", "-scale-to-x", "1240", "-scale-to-y", "1754", "letter.pdf", "page"], cwd=folder, check=True)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for picture in sorted(folder.glob("page-*.jpg")):
        size = b"/Width 1240 /Height 1754 /ColorSpace /DeviceRGB /BitsPerComponent 8"
        objects.append(stream(picture.read_bytes(), b"/Type /XObject /Subtype /Image %b /Filter /DCTDecode" % size))
        objects.append(stream(b"595 0 0 842 0 0 cm /I Do"))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /XObject << /I %d 0 R >> >> >>"
            % (len(objects), len(objects) - 1)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(kids), b" ".join(kids))
    return pdf(objects)
