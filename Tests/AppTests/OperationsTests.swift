import Audit
import Database
import FileVault
import Foundation
import Jobs
import Kernel
import Logging
import Markup
import Papers
import TestSupport
import Testing
import WebApp

@testable import App

private struct FailingJob: JobKind {
  static let code = "test.failing"
  static let title = "Đọc tệp quét"
  func run(_ payload: String, context: JobContext) async throws { throw Refusal(.invalid, "Tệp bị cắt cụt.") }
}

private func post(_ roles: Set<Role>) -> Actor {
  Actor(
    account: AccountID(1), person: PersonID(1), personName: "Lê Văn Bình", post: PostID(1), postTitle: "Quản trị",
    unit: UnitID(1), unitName: "Văn phòng", agency: AgencyID(1), agencyName: "Cục Thử nghiệm", roles: roles,
    address: "10.0.0.1")
}

@Suite("Công việc nền trên màn hình quản trị") struct OperationsTests {
  @Test("chỉ quản trị cho chạy lại việc không xong, và được ghi vết") func retry() async throws {
    try await withDatabase(JobsMigrations.all + AuditMigrations.all) { database in
      let id = try await database.write { try Jobs.add(FailingJob.self, payload: [Int](), in: $0) }
      let runner = JobRunner(database: database, kinds: [FailingJob()], logger: Logger(label: "test"))
      try await runner.runAllDue()
      try await runner.close()
      let act = RetryJob(job: id)
      let officer = try? await database.write { try act.perform(by: post([.officer]), in: $0) }
      #expect(officer == nil)
      #expect(try await database.read { try JobStore($0).find(id) }.state == .failed)
      _ = try await database.write { try act.perform(by: post([.administrator]), in: $0) }
      #expect(try await database.read { try JobStore($0).find(id) }.state == .waiting)
      let lines = try await database.read { try $0.rows("SELECT sentence FROM audit_entries") }
      #expect(try lines.map { try $0.get("sentence") } == ["cho chạy lại việc nền «Đọc tệp quét»"])
    }
  }

  @Test("trang nói nguyên nhân và cách xử lý, nút chỉ ở việc không xong") func pageSaysWhatToDo() {
    let html = OperationsExamples.all.map(\.page.main.string)
    #expect(html.filter { $0.contains("Chạy lại</button>") }.count == 1)
    #expect(html[2].contains("Tệp PDF bị cắt cụt ở trang 7"))
    #expect(html[2].contains("Cách xử lý: Mở văn bản"))
  }
}

@Suite("Sức khỏe hệ thống") struct SystemHealthTests {
  @Test("đọc được trên cơ sở dữ liệu mới, đếm đúng dòng chờ niêm phong và việc nền") func fresh() async throws {
    let migrations = JobsMigrations.all + FileVaultMigrations.all + AuditMigrations.all
    try await withDatabase(migrations) { database in
      try await database.write { transaction in
        _ = try Jobs.add(FailingJob.self, payload: [Int](), in: transaction)
        try Audit.recordSystem(AuditEvent(code: "test.done", sentence: "thử một việc"), in: transaction)
      }
      let (audit, jobs, engine, vault) = try await database.read { transaction in
        (
          try AuditHealth.readForOperations(in: transaction), try JobStore(transaction).countsForOperations(),
          try InstallationStore(transaction).engineName, try StoredFileStore(transaction).health()
        )
      }
      #expect(audit == AuditHealth(sealed: 0, unsealed: 1, closedDay: nil))
      #expect(jobs[.waiting] == 1)
      #expect(engine.hasPrefix(database.engine == .sqlite ? "SQLite 3." : "PostgreSQL 1"))
      #expect(vault == VaultHealth(findings: [], oldestCheckAt: nil))
    }
  }

  @Test("mỗi điều không ổn có cách xử lý; khi ổn thì nói là ổn") func troubles() {
    let html = SystemHealthExamples.all.map(\.page.main.string)
    #expect(html[0].contains("Không có điều gì phải xử lý"))
    #expect(html[2].contains("9 điều cần xử lý"))
    #expect(html[2].contains("Đĩa chỉ còn 640,0 MB"))
    #expect(html[2].contains("Cài gói «libreoffice-writer»"))
  }

  @Test("danh mục công cụ hỏi lại sau một phút, không sớm hơn") func cached() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tools-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = TestClock()
    let tools = RecentToolInventory(
      runner: ToolRunner(searchPath: [folder.path], sandbox: .none(reason: "không thử")), clock: clock)
    func qpdfPath() async -> String? { await tools.inventory().lines.first { $0.tool == .qpdf }?.path }
    #expect(await qpdfPath() == nil)
    let program = folder.appending(path: "qpdf")
    try Data("#!/bin/sh\necho qpdf version 11.3.0\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
    clock.advance(by: .seconds(59))
    #expect(await qpdfPath() == nil)
    clock.advance(by: .seconds(2))
    #expect(await qpdfPath() == program.path)
  }
}
