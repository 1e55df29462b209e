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
    """

  private static func run(
    _ app: TestApp, _ text: String, trial: Bool = false, by actor: Actor = Cast.administrator
  ) async throws -> ImportOrganization.Outcome {
    let file = FileManager.default.temporaryDirectory.appending(path: "co-cau-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let act = try await ImportOrganization.read(
      file, named: "co-cau.csv", app.installation.modules.oldBooks, isTrial: trial)
    return try await act.run(by: actor, in: app.database)
  }

  @Test("rows in any order build on each other; a second run changes nothing; a trial keeps nothing") func brings()
    async throws
  {
    try await withApp { app in
      let before = try await app.count("audit_entries")
      let trial = try await Self.run(app, Self.list, trial: true)
      #expect(trial.problems == [])
      #expect(trial.added == [.agency: 3, .unit: 2, .person: 2, .post: 2])
      #expect(try await app.count("audit_entries") == before)
      let first = try await Self.run(app, Self.list)
      #expect(first == trial)
      let clerks = try await app.database.read { transaction in
        let store = OrganizationStore(transaction)
        let agency = try #require(try store.allAgencies().first { $0.abbreviation == "CĐVB" })
        #expect(try store.path(of: agency.id).contains(Cast.administrator.agency))
        return try store.clerks(of: agency.id)
      }
      #expect(clerks.map(\.personName) == ["Hồ Thị Mơ"])
      #expect(clerks.first?.roles == [.registryClerk, .officer])
      #expect(clerks.first?.unitName == "Phòng Văn thư")
      let entries = try await app.count("audit_entries")
      let second = try await Self.run(app, Self.list)
      #expect(second.added.isEmpty)
      #expect(second.unchanged == 9)
      #expect(try await app.count("audit_entries") == entries)
    }
  }

  @Test("wrong rows are told by column, and nothing is kept") func errors() async throws {
    try await withApp { app in
      let agencies = try await app.count("agencies")
      let outcome = try await Self.run(
        app,
        """
        Loại dòng,Cơ quan,Thuộc,Tên,Viết tắt,Cấp,Địa danh,Mã định danh,Loại đơn vị,Đơn vị,Họ và tên,Chức danh,Quyền
        agency,,TCTNĐC,Cục Mới,CM,Cục,Huế,Y98.05.77,,,,,
        agency,,TCTNĐC,Cục Sai mã,CSM,Cục,Huế,sai-ma,,,,,
        unit,KHÔNG CÓ,,Phòng Lạc,PL,,,,,,,,
        unit,TCTNĐC,,Phòng Lạ,PLA,,,,Phân xưởng,,,,
        person,TCTNĐC,,,,,,,,KHÔNG,Vũ Văn Thử,Chuyên viên,Chuyên viên
        person,TCTNĐC,,,,,,,,KS,Vũ Văn Nghiệm,Chuyên viên,Phù thủy
        """)
      let expected = [
        "Dòng 3: Mã định danh:", "Dòng 4: Cơ quan: Không có cơ quan", "Dòng 5: Loại đơn vị:", "Dòng 6: Đơn vị:",
        "Dòng 7: Quyền: Không có quyền «Phù thủy»",
      ]
      for beginning in expected {
        #expect(outcome.problems.contains { $0.hasPrefix(beginning) }, "\(beginning): \(outcome.problems)")
      }
      #expect(outcome.problems.count == expected.count)
      #expect(try await app.count("agencies") == agencies)
    }
  }

  @Test("only an administrator, and only below the own agency") func rights() async throws {
    try await withApp { app in
      await #expect(throws: Refusal.self) { try await Self.run(app, Self.list, by: Cast.registryClerk) }
      let outcome = try await Self.run(
        app,
        """
        Kind,Parent,Name,Abbreviation,Tier,Place
        agency,TCTNĐC,Cục Vượt cấp,CVC,Cục,Huế
        """, by: Cast.administratorOfAnotherAgency)
      #expect(outcome.problems.contains { $0.contains("Chỉ quản trị của cơ quan này") })
    }
  }
}
