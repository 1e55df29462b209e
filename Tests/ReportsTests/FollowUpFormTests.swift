import IncomingDocuments
import Kernel
import Papers
import Registers
import Testing

@testable import Reports

@Suite("Sổ theo dõi giải quyết văn bản đến in thành sổ") struct FollowUpFormTests {
  private func form(_ lines: [FollowUpLine]) -> PrintedForm {
    FollowUpForm(
      cover: RegisterCover(
        parentAgencyName: "Bộ Tài nguyên", agencyName: "Tổng cục", bookName: FollowUpPage.title, year: 2026,
        lines: ["Từ ngày 01/11/2026 đến ngày 30/11/2026", "Quyển số: 2"]),
      lines: lines, provenance: "Nguyễn Thị Hoa, Văn thư, in lúc 08:30 05/11/2026"
    ).printedForm
  }

  @Test("cover, first page and the decree's seven columns with their numbers, each line with its subject")
  func tellsSeven() {
    let line = FollowUpLine(
      document: .init(1), arrivalNumber: 12, source: "Công văn 152/SNNMT-KS", subject: "Về việc kiểm kê đá vôi",
      assignee: "Vụ Khoáng sản", due: "30/11/2026", progress: "Đang giải quyết", reply: "12/TCĐC-KS", note: "Gấp")
    let written = FlatText.written(form([line]), font: .tinos)
    for text in ["BỘ TÀI NGUYÊN", "TỔNG CỤC", "Năm: 2026", "Quyển số: 2", "(1)", "(7)"] + FollowUpLine.titles {
      #expect(written.contains(text), "\(text)")
    }
    for cell in ["12", "Công văn 152/SNNMT-KS: Về việc kiểm kê đá vôi", "30/11/2026", "12/TCĐC-KS", "Gấp"] {
      #expect(written.contains(cell), "\(cell)")
    }
    #expect(FollowUpList().columns.count == 7 && FollowUpList().columns.allSatisfy(\.isFixed))
  }

  @Test("an empty time says so, in the same form") func saysEmpty() {
    let written = FlatText.written(form([]), font: .tinos)
    #expect(written.contains("chưa có văn bản nào") && written.contains("(7)"))
  }
}
