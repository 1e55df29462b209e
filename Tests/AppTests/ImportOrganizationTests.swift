import Database
import Foundation
import Kernel
import Organization
import TestSupport
import Testing

@testable import App
@testable import Transfer

@Suite("Nhập cơ cấu tổ chức") struct ImportOrganizationTests {
  private static let list = """
    Kind;Agency;Parent;Name;Abbreviation;Tier;Place;OrganId;UnitKind;Unit;FullName;StaffCode;Title;Roles
    unit;CĐVB;VP;Phòng Văn thư;VT;;;;Phòng;;;;;
    unit;CĐVB;;Văn phòng;VP;;;;Văn phòng;;;;;
    agency;;CCMT;Trạm Quan trắc;TQT;Trạm;Hà Nam;Y98.05.09.01;;;;;;
    agency;;TCTNĐC;Chi cục Miền Trung;CCMT;Chi cục;Vinh;Y98.05.09;;;;;;
    agency;;TCTNĐC;Cục Địa vật lý biển;CĐVB;Cục;Đà Nẵng;Y98.05.08;;;;;;
    person;CĐVB;;;;;;;;VT;Hồ Thị Mơ;CB-01;Văn thư;Văn thư cơ quan|Chuyên viên
    ;CĐVB;;;;;;;;VP;Hồ Thị Mơ;CB-02;Chánh Văn phòng;headOfOffice
    Ví dụ;CĐVB;;;;;;;;VP;Người Mẫu;CB-03;Chuyên viên;Chuyên viên
    """

  @Test("rows in any order build on each other; a trial keeps nothing; a second run changes nothing") func brings()
    async throws
  {
    try await OrganizationList.use { list in
      let before = try await list.app.count("audit_entries")
      let trial = try await list.run(Self.list, trial: true)
      #expect(trial.problems == [])
      #expect(trial.counts == .init(rows: 7, good: 7))
      let told = try #require(trial.tally)
      #expect(told.sentence == "thêm 3 cơ quan, 2 đơn vị, 2 người, 2 chức danh")
      #expect(try await list.app.count("audit_entries") == before)
      #expect(try await list.app.count("import_batches") == 0)
      let first = try await list.run(Self.list)
      #expect(first.tally?.sentence == told.sentence)
      #expect(first.counts.entered == 7)
      let clerks = try await list.app.database.read { transaction in
        let store = OrganizationStore(transaction)
        let agency = try #require(try store.allAgencies().first { $0.abbreviation == "CĐVB" })
        #expect(try store.path(of: agency.id).contains(Cast.administrator.agency))
        return try store.clerks(of: agency.id)
      }
      #expect(clerks.map(\.personName) == ["Hồ Thị Mơ"])
      #expect(clerks.first?.roles == [.registryClerk, .officer])
      #expect(clerks.first?.unitName == "Phòng Văn thư")
      #expect(try await list.posts(of: "Người Mẫu") == [])
      // One line for each row, and for the batch.
      let sentences = try await list.sentences()
      #expect(sentences.count { $0.hasPrefix("nhập từ danh sách «danh-sach.csv», dòng ") } == 7)
      #expect(sentences.count { $0.hasPrefix("thêm người «Hồ Thị Mơ»") } == 2)
      #expect(sentences.last == "nhập xong danh sách «danh-sach.csv»: \(told.sentence), 0 dòng không nhập")
      let entries = sentences.count
      let second = try await list.run(Self.list)
      #expect(second.counts == .init(rows: 7, good: 0, entered: 7))
      #expect(second.tally?.sameRows == 7)
      #expect(second.tally?.sentence == "không có gì mới hay thay đổi")
      #expect(try await list.app.count("audit_entries") == entries)
    }
  }

  @Test("wrong rows are told by column, in the error sheet too; nothing is kept while one is wrong") func errors()
    async throws
  {
    try await OrganizationList.use { list in
      let agencies = try await list.app.count("agencies")
      let text = """
        Loại dòng,Cơ quan,Thuộc,Tên,Viết tắt,Cấp,Địa danh,Mã định danh,Loại đơn vị,Đơn vị,Họ và tên,Chức danh,Quyền,Từ ngày
        agency,,TCTNĐC,Cục Mới,CM,Cục,Huế,Y98.05.77,,,,,,
        agency,,TCTNĐC,Cục Sai mã,CSM,Cục,Huế,sai-ma,,,,,,
        unit,KHÔNG CÓ,,Phòng Lạc,PL,,,,,,,,,
        unit,TCTNĐC,,Phòng Lạ,PLA,,,,Phân xưởng,,,,,
        person,TCTNĐC,,,,,,,,KHÔNG,Vũ Văn Thử,Chuyên viên,Chuyên viên,
        person,TCTNĐC,,,,,,,,KS,Vũ Văn Nghiệm,Chuyên viên,Phù thủy,
        person,TCTNĐC,,,,,,,,KS,Vũ Văn Ngày,Chuyên viên,Chuyên viên,32/01/2026
        person,TCTNĐC,,,,,,,,,Vũ Văn Lửng,Chuyên viên,Chuyên viên,
        person,TCTNĐC,,,,,,,,KS,Vũ Văn Quyền,Chuyên viên,,
        gì đó,,,Phòng Nào,PN,,,,,,,,,
        """
      let outcome = try await list.run(text, sheet: "loi.xlsx")
      #expect(outcome.isHeldBack)
      let expected = [
        "Dòng 3: Mã định danh:", "Dòng 4: Cơ quan: Không có cơ quan", "Dòng 5: Loại đơn vị:", "Dòng 6: Đơn vị:",
        "Dòng 7: Quyền: Không có quyền «Phù thủy»", "Dòng 8: Từ ngày: «32/01/2026» không phải ngày",
        "Dòng 9: Đơn vị: Có chức danh", "Dòng 10: Quyền: Chưa ghi quyền", "Dòng 11: Loại dòng:",
      ]
      for beginning in expected {
        #expect(outcome.problems.contains { $0.hasPrefix(beginning) }, "\(beginning): \(outcome.problems)")
      }
      #expect(outcome.counts == .init(rows: 10, good: 1, problems: 9))
      #expect(try await list.app.count("agencies") == agencies)
      let sheet = try await OldBook.text(ofSheet: list.folder.appending(path: "loi.xlsx"))
      #expect(sheet.contains("Phân xưởng") && sheet.contains("Không có quyền «Phù thủy»"))
      // Left out on request.
      let entered = try await list.run(text) { $0.skipsProblems = true }
      #expect(entered.counts.entered == 1)
      #expect(try await list.app.count("agencies") == agencies + 1)
    }
  }

  @Test("what the list has otherwise is changed and told first; empty cells and «giữ nguyên» change nothing")
  func changes() async throws {
    try await OrganizationList.use { list in
      let text = """
        Kind,Agency,Parent,Name,Abbreviation,UnitKind,Place,OrganId,Unit,FullName,Title,Roles,SortOrder
        agency,,TCTNĐC,Cục Địa chất Bắc Bộ,CĐCMB,,Lạng Sơn,,,,,,
        unit,,VP,,CNTT,Tổ đội,,,,,,,7
        unit,,KS,Phòng Mỏ,MO,Phòng,,,,,,,
        person,,,,,,,,KS,Bùi Quốc Khánh,Chuyên viên,Chuyên viên; Văn thư đơn vị,
        person,,,,,,,,PC,Đặng Thùy Dương,Chuyên viên,,
        """
        .replacing("Tổ đội", with: "\"Tổ, đội\"")
      let kept = try await list.run(text, trial: true) { $0.keepsKnown = true }
      #expect(kept.tally?.sentence == "thêm 1 đơn vị")
      let trial = try await list.run(text, trial: true)
      #expect(trial.problems == [])
      let tally = try #require(trial.tally)
      #expect(tally.sentence == "thêm 1 đơn vị; sửa 1 cơ quan, 1 đơn vị, 1 chức danh")
      #expect(tally.figures(.person) == [0, 0, 2])
      #expect(tally.sameRows == 1)
      #expect(
        trial.changes == [
          "Dòng 2: cơ quan «Cục Địa chất miền Bắc». Địa danh: Thái Nguyên → Lạng Sơn; Tên: Cục Địa chất miền Bắc → Cục Địa chất Bắc Bộ; Tên ngắn: Cục miền Bắc → (trống)",
          "Dòng 3: đơn vị «Phòng Công nghệ thông tin». Loại đơn vị: Phòng → Tổ, đội; Thứ tự: 4 → 7",
          "Dòng 5: Bùi Quốc Khánh, Chuyên viên, Vụ Khoáng sản. Quyền: Chuyên viên → Văn thư đơn vị, Chuyên viên",
        ])
      #expect(try await list.unit("CNTT")?.kind == .division)
      let done = try await list.run(text)
      #expect(done.tally?.sentence == tally.sentence)
      #expect(try await list.unit("CNTT")?.kind == .team)
      #expect(try await list.unit("MO")?.parent == ExampleBody.mineralsUnit)
      #expect(
        try await list.posts(of: "Bùi Quốc Khánh") == [["Chuyên viên, Vụ Khoáng sản: Văn thư đơn vị, Chuyên viên"]])
      let names = try await list.app.database.read {
        try OrganizationStore($0).agencyNames(of: ExampleBody.northernDepartment).map(\.name)
      }
      #expect(names == ["Cục Địa chất Bắc Bộ", "Cục Địa chất miền Bắc"])
      #expect(try await list.run(text).tally?.sentence == "không có gì mới hay thay đổi")
    }
  }

  @Test("namesakes stay apart: duplicates are told, and come in with a reason; a code says who is meant")
  func namesakes()
    async throws
  {
    try await OrganizationList.use { list in
      let text = """
        Kind,Agency,Unit,FullName,StaffCode,Title,Roles,Abbreviation,Name
        person,,PC,Bùi Quốc Khánh,,Chuyên viên,Chuyên viên,,
        person,,PC,Lê Thị Hai,L-2,Chuyên viên,Chuyên viên,,
        person,,KS,Lê Thị Hai,L-2,Phụ trách,Lãnh đạo đơn vị,,
        person,,KS,Lê Thị Hai,L-3,Phụ trách,Chuyên viên,,
        person,,KS,Lê Thị Hai,L-3,Phụ trách,Chuyên viên,,
        person,,KS,Lê Văn Ba,L-2,Phụ trách,Chuyên viên,,
        person,,,Người Chờ Việc,,,,,
        unit,,,,,,,VKS,Vụ Khoáng sản
        """
      let held = try await list.run(text)
      #expect(held.isHeldBack)
      #expect(held.counts == .init(rows: 8, good: 4, problems: 4, duplicates: 2))
      for beginning in [
        "Dòng 2: Giống người đã có: «Bùi Quốc Khánh», Chuyên viên, Vụ Khoáng sản",
        "Dòng 6: Lặp lại dòng 5", "Dòng 7: Họ và tên: Mã cán bộ L-2 đang là của «Lê Thị Hai»",
        "Dòng 9: Giống đơn vị đã có: «Vụ Khoáng sản», viết tắt KS",
      ] { #expect(held.problems.contains { $0.hasPrefix(beginning) }, "\(beginning): \(held.problems)") }
      #expect(held.tally?.withoutPost == 1)
      let done = try await list.run(text) {
        $0.skipsProblems = true
        $0.duplicateReason = "hai người trùng tên"
      }
      #expect(done.counts.entered == 6)
      #expect(
        try await list.posts(of: "Bùi Quốc Khánh") == [
          ["Chuyên viên, Vụ Khoáng sản: Chuyên viên"], ["Chuyên viên, Vụ Pháp chế: Chuyên viên"],
        ])
      #expect(
        try await list.posts(of: "Lê Thị Hai") == [
          ["Chuyên viên, Vụ Pháp chế: Chuyên viên", "Phụ trách, Vụ Khoáng sản: Lãnh đạo đơn vị"],
          ["Phụ trách, Vụ Khoáng sản: Chuyên viên"],
        ])
      #expect(try await list.posts(of: "Người Chờ Việc") == [[]])
      #expect(
        try await list.sentences().contains {
          $0.hasPrefix("nhập từ danh sách") && $0.hasSuffix("dòng 2; giống mục đã có, lý do: hai người trùng tên")
        })
      let again = try await list.run(text) {
        $0.skipsProblems = true
        $0.duplicateReason = "hai người trùng tên"
      }
      #expect(again.counts.good == 0)
      #expect(try await list.posts(of: "Bùi Quốc Khánh").count == 2)
    }
  }

  @Test("a personnel list under its own heads: columns, constants and values by a mapping") func mapped() async throws {
    try await OrganizationList.use { list in
      let outcome = try await list.run(
        """
        TT,Họ tên,Số hiệu,Chức vụ,Phòng ban,Ngày sinh
        1,Tạ Văn Một,S1,Vụ trưởng,KS,01/02/1980
        2,Tạ Văn Hai,S2,Phó Vụ trưởng,KS,03/04/1985
        3,Tạ Văn Ba,S3,Chuyên viên chính,PC,05/06/1990
        """,
        mapping: """
          {"columns": {"Số hiệu": "StaffCode", "Chức vụ": ["Title", "Roles"], "Ngày sinh": ""},
           "defaults": {"Agency": "TCTNĐC", "Kind": "Người"},
           "values": {"Roles": {"Vụ trưởng": "Lãnh đạo đơn vị", "Phó Vụ*": "Lãnh đạo đơn vị", "*": "Chuyên viên"}}}
          """)
      #expect(outcome.problems == [])
      #expect(try await list.posts(of: "Tạ Văn Một") == [["Vụ trưởng, Vụ Khoáng sản: Lãnh đạo đơn vị"]])
      #expect(try await list.posts(of: "Tạ Văn Hai") == [["Phó Vụ trưởng, Vụ Khoáng sản: Lãnh đạo đơn vị"]])
      #expect(try await list.posts(of: "Tạ Văn Ba") == [["Chuyên viên chính, Vụ Pháp chế: Chuyên viên"]])
    }
  }

  @Test("only an administrator, and only below the own agency") func rights() async throws {
    try await OrganizationList.use { list in
      let text = "Kind,Parent,Name,Abbreviation,Tier,Place\nagency,TCTNĐC,Cục Vượt cấp,CVC,Cục,Huế\n"
      await #expect(throws: Refusal.self) { try await list.run(text, by: Cast.registryClerk) }
      let outcome = try await list.run(text, by: Cast.administratorOfAnotherAgency)
      #expect(outcome.problems.contains { $0.contains("Chỉ quản trị của cơ quan này") })
    }
  }

  @Test("stopped in the middle and started again: it goes on, nothing twice, one batch, the whole tally") func resumes()
    async throws
  {
    try await OrganizationList.use { list in
      struct Killed: Error {}
      let heads = "Kind,Unit,FullName,Title,Roles\n"
      let text = heads + (1...130).map { "person,KS,Người Thứ \($0),Chuyên viên,Chuyên viên" }.joined(separator: "\n")
      let file = list.folder.appending(path: "danh-sach.csv")
      try Data(text.utf8).write(to: file)
      let work = list.app.installation.modules.imports
      let people = try await list.app.count("people")
      let batch = try await work.withTable(file, named: "danh-sach.csv", catalogue: .organization) { table in
        let rows = try OrganizationRows(table, ColumnMapping())
        let found = try await CheckOrganization(rows: rows, settings: ImportSettings(), actor: Cast.administrator).run(
          in: work.database)
        let hash = try await CommandLineSource(kind: .organization, file: file, errorSheet: nil).hash(work)
        let batch = try await work.database.write {
          try ImportBatches.begin(
            nil, .organization, name: "danh-sach.csv", hash: hash, settings: ImportSettings(), check: found,
            by: Cast.administrator, in: $0)
        }
        let entering = EnterOrganization(
          batch: batch, rows: rows, settings: ImportSettings(), actor: Cast.administrator, database: work.database)
        await #expect(throws: Killed.self) {
          try await entering.run(found) { done in if done >= 100 { throw Killed() } }
        }
        return batch
      }
      #expect(try await list.app.count("people") == people + 100)
      let outcome = try await list.run(text)
      #expect(outcome.counts == .init(rows: 130, good: 30, entered: 130))
      #expect(try await list.app.count("people") == people + 130)
      #expect(try await list.app.count("import_batches") == 1)
      let kept = try await list.app.database.read { try ImportBatchStore($0).findForJob(batch.id) }
      #expect(kept?.state == .done)
    }
  }
}
