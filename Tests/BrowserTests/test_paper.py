"""The paper part of a dossier: put into a box, asked for, lent, given back; its label opens it on a telephone."""

import subprocess

from conftest import PHONE, PROGRAM
from pages.screen import Screen
from pages.sign_in import SignIn, seated
from server import Server


def opened(officer: Screen, title: str) -> str:
    officer.open("/ho-so/mo")
    officer.page.get_by_label("Tiêu đề hồ sơ").fill(title)
    officer.page.get_by_label("Thời hạn bảo quản").select_option("20")
    officer.key("Control+Enter")
    officer.requires_text("Đã mở hồ sơ")
    return officer.page.url.split("?")[0].removesuffix("/van-ban")


def boxed(archivist: Screen, code: str) -> str:
    """A store with a shelf and a box, and the dossier in it: where the box is."""
    page = archivist.page
    archivist.open("/luu-tru/kho")
    page.get_by_label("Tên trên nhãn").fill("Kho nhà B")
    page.get_by_role("button", name="Lập kho").click()
    archivist.requires_text("Đã lập kho «Kho nhà B»")
    adding = page.locator("section", has_text="Thêm giá, hộp vào")
    adding.get_by_label("Tên trên nhãn").fill("Giá 2")
    adding.get_by_role("button", name="Thêm", exact=True).click()
    archivist.requires_text("Đã lập giá «Giá 2»")
    page.get_by_role("link", name="Giá 2").click()
    adding = page.locator("section", has_text="Thêm hộp vào")
    adding.get_by_label("Tên trên nhãn").fill("Hộp 12")
    adding.get_by_role("button", name="Thêm", exact=True).click()
    archivist.requires_text("Đã lập hộp «Hộp 12»")
    page.get_by_role("link", name="Hộp 12").click()
    page.get_by_label("Mã các hồ sơ").fill(code)
    page.get_by_role("button", name="Xếp vào hộp").click()
    archivist.requires_text("Đã xếp 1 hồ sơ vào «Hộp 12»")
    return page.url.split("?")[0]


def test_a_paper_is_lent_and_its_label_opens_the_dossier(chromium, window, tmp_path):
    server = Server(PROGRAM, CHAUBAN_PUBLIC_ADDRESS="http://chauban.example.gov.vn").start()
    try:
        contexts = []

        def here(viewport=None, **look):
            context = chromium.new_context(base_url=server.address, viewport=viewport, locale="vi-VN", **look)
            contexts.append(context)
            return context.new_page()

        officer = seated(here, "Chuyên viên")
        dossier = opened(officer, "Kiểm kê trữ lượng đá vôi tại Núi Voi")
        code = officer.page.locator(".page-line .code").inner_text()
        archivist = seated(here, "Lưu trữ")
        box = boxed(archivist, code)

        # From the dossier to its place in one look; asking for it.
        officer.open(dossier)
        officer.requires_text("Kho nhà B / Giá 2 / Hộp 12")
        officer.page.get_by_role("link", name="Kho nhà B / Giá 2 / Hộp 12").click()
        officer.page.get_by_label("Mượn để làm gì").fill("Đối chiếu số liệu kiểm kê")
        officer.page.get_by_label("Trả trước hết ngày").fill("1/1/2020")
        officer.page.get_by_role("button", name="Gửi đề nghị mượn").click()
        officer.requires_text("Chọn ngày trả từ hôm nay")
        assert officer.page.get_by_label("Mượn để làm gì").input_value() == "Đối chiếu số liệu kiểm kê"
        day = officer.page.get_by_text("Chọn ngày trả từ hôm nay").inner_text().split("đến ")[1][:10]
        officer.page.get_by_label("Trả trước hết ngày").fill(day)
        officer.page.get_by_role("button", name="Gửi đề nghị mượn").click()
        officer.requires_text("chờ lưu trữ trả lời")

        # Lent, handed out; the box says so, and it is not moved.
        archivist.open("/viec-cua-toi")
        archivist.requires_text("Mượn hồ sơ giấy")
        archivist.page.get_by_role("link", name="Kiểm kê trữ lượng đá vôi tại Núi Voi").first.click()
        archivist.page.get_by_role("button", name="Cho mượn", exact=False).first.click()
        archivist.requires_text("giao bản giấy xong")
        archivist.key("Control+Enter")
        archivist.requires_text("Phiếu mượn số 1/")
        loan = archivist.page.url.split("?")[0]
        archivist.open(box)
        archivist.requires_text("1 hồ sơ đang cho mượn")

        # The label, read from the printed page by another program, opens the dossier after the sign-in on a telephone.
        sheet = archivist.page.request.get(box + "/in/nhan.pdf")
        assert sheet.status == 200, sheet.text()
        (tmp_path / "labels.pdf").write_bytes(sheet.body())
        subprocess.run(["pdftoppm", "-r", "150", "-png", "labels.pdf", "page"], cwd=tmp_path, check=True)
        pages = [str(page) for page in tmp_path.glob("page*.png")]
        said = subprocess.run(["zbarimg", "--quiet", "--raw", *pages], capture_output=True, text=True, check=True)
        path = dossier.removeprefix(server.address)
        assert f"http://chauban.example.gov.vn{path}" in said.stdout.split()
        telephone = SignIn(here(PHONE))
        telephone.open(path)
        telephone.button("Vào vai Chuyên viên").click()
        telephone.requires_text("Kiểm kê trữ lượng đá vôi tại Núi Voi")
        telephone.requires_text("đang cho")

        archivist.open(loan)
        archivist.page.get_by_label("Tình trạng khi trả").fill("Đủ 12 tờ, bìa hơi rách")
        archivist.key("Control+Enter")
        archivist.requires_text("đã nhận lại hồ sơ")
        officer.open(loan)
        officer.requires_text("Đủ 12 tờ, bìa hơi rách")
        register = archivist.page.request.get(f"/luu-tru/muon/in/so-{loan_year(archivist)}.pdf")
        assert register.status == 200 and register.body().startswith(b"%PDF")
        for context in contexts:
            context.close()
    finally:
        server.remove()


def loan_year(archivist: Screen) -> str:
    return archivist.page.locator("h1").inner_text().split("/")[1]
