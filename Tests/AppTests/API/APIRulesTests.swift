import Audit
import Database
import Foundation
import HTTPTypes
import Kernel
import Organization
import TestSupport
import Testing
import WebAPI

@testable import App

@Suite("Giao diện lập trình: quy tắc chung") struct APIRulesTests {
  private static let letter: JSONValue = ["issuer": "Bộ Tài chính", "type": "congVan", "subject": "Về dự toán"]

  @Test("one key, one document: sent again the first one comes back; with other words it is refused")
  func idempotency() async throws {
    try await withApp { app in
      let program = try await app.program(as: Cast.registryClerk)
      let (key, path) = ("khoa-thu-0001", "/incoming-documents")
      let first = try await program.create(path, Self.letter, key: key)
      let key1 = try first.key()
      #expect(first.status == 201 && first.headers[.location] == "/api/v1/incoming-documents/\(key1)")
      let again = try await program.create(path, Self.letter, key: key)
      #expect(again.status == 201 && again.text == first.text && again.headers[.eTag] == first.headers[.eTag])
      let other = try await program.create(
        path, ["issuer": "Bộ Tài chính", "type": "congVan", "subject": "Về việc khác"], key: key)
      #expect(other.status == 422 && other.problem?.hasSuffix("key-reused") == true)
      for key in ["", "ngan", "có dấu cách 1"] {
        let answer = try await program.create(path, Self.letter, key: key)
        #expect(answer.status == 400 && answer.text.contains("Idempotency-Key"))
      }
      #expect(try await app.count("incoming_documents") == 1)
      // Nothing of the request is kept beside the record, not even its digest in a form that others can check.
      let kept = try await app.everything(in: "submissions", columns: "submission_key, answer")
      #expect(!kept.contains(key) && !kept.contains("dự toán"))
    }
  }

  @Test("the same file under the same key is one document; another file is refused") func idempotentFiles() async throws
  {
    try await withApp { app in
      let program = try await app.program(as: Cast.registryClerk)
      let document: JSONValue = [
        "issuer": "Bộ Tài chính", "type": "congVan", "subject": "Về dự toán", "noSecrecyMark": true,
      ]
      func send(_ words: String) async throws -> Program.Answer {
        try await program.upload(
          "/incoming-documents", document, files: [ChosenFile(name: "a.pdf", bytes: MadePDF.of([words]))],
          key: "khoa-thu-0002")
      }
      let first = try await send("mot")
      #expect(first.status == 201, "\(first.text)")
      #expect(try await send("mot").text == first.text)
      #expect(try await send("hai").status == 422)
      #expect(try await app.count("incoming_documents") == 1)
      #expect(try await app.count("incoming_files") == 1)
      #expect(try app.filesStaged() == [])
    }
  }

  @Test("what a program registered a person finds, and what was sent is what is kept") func files() async throws {
    try await withApp { app in
      let program = try await app.program(as: Cast.registryClerk)
      let bytes = MadePDF.of(["Trang mot", "Trang hai"])
      let made = try await program.upload(
        "/incoming-documents",
        ["issuer": "Bộ Tài chính", "type": "congVan", "subject": "Kế hoa\u{323}ch", "noSecrecyMark": true],
        files: [ChosenFile(name: "kế hoạch.pdf", bytes: bytes)])
      #expect(made.status == 201 && made["pageCount"] == 2 && made["subject"] == "Kế hoạch")
      let file = try #require(
        made.json?["files"].flatMap { files -> JSONValue? in
          guard case .list(let all) = files else { return nil }
          return all.first
        })
      #expect(file["name"] == "kế hoạch.pdf" && file["mediaType"] == "application/pdf")
      guard case .integer(let key) = file["id"] else { throw Program.Unexpected(text: "\(file)") }
      let answer = try await program.send(.get, "/incoming-files/\(key)")
      #expect(answer.status == 200 && answer.headers[.contentType] == "application/pdf")
      #expect(answer.headers[.contentLength] == "\(bytes.count)" || answer.text.hasPrefix("%PDF"))
      let audit = try await app.everything(in: "audit_entries", columns: "code, sentence, address")
      #expect(audit.contains("tải về tệp «kế hoạch.pdf»"))
      let page = try await app.signedIn(as: Cast.registryClerk).get("/van-ban-den/\(try made.key())")
      try page.requireText("Kế hoạch")
    }
  }

  @Test("an executable, a part nobody knows, a document sent as a file: refused, nothing left") func badParts()
    async throws
  {
    try await withApp { app in
      let program = try await app.program(as: Cast.registryClerk)
      let document: JSONValue = ["issuer": "Bộ", "type": "congVan", "subject": "Về", "noSecrecyMark": true]
      let executable = try await program.upload(
        "/incoming-documents", document, files: [ChosenFile(name: "a.pdf", bytes: Array("MZ\u{0}\u{0}".utf8))])
      #expect(executable.status == 422 && executable.text.contains("\"field\":\"file\""))
      let boundary = "x-x-x-x-x"
      let text =
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n{}\r\n"
        + "--\(boundary)\r\nContent-Disposition: form-data; name=\"tep\"\r\n\r\nabc\r\n--\(boundary)--\r\n"
      let unknown = try await program.send(
        .post, "/incoming-documents", bytes: Array(text.utf8),
        headers: [.contentType: "multipart/form-data; boundary=\(boundary)", .idempotencyKey: "khoa-thu-0003"])
      #expect(unknown.status == 422 && unknown.text.contains("\"field\":\"tep\""))
      #expect(try app.filesKept() == [])
      #expect(try await app.count("incoming_documents") == 0)
    }
  }

  @Test("MAT-05 a secrecy mark is refused, and nothing of it stays") func secret() async throws {
    try await withApp { app in
      let program = try await app.program(as: Cast.registryClerk)
      let answer = try await program.upload(
        "/incoming-documents",
        ["issuer": "Bộ", "type": "congVan", "subject": "TỐI MẬT Bình Minh Đỏ", "noSecrecyMark": true],
        files: [ChosenFile(name: "binh-minh-do.pdf", bytes: MadePDF.of(["Binh Minh Do"]))])
      #expect(answer.status == 422 && !answer.text.contains("Bình Minh"))
      #expect(try await app.count("incoming_documents") == 0)
      #expect(try app.filesKept() == [])
      for (table, columns) in [("audit_entries", "sentence, changes, code"), ("submissions", "submission_key, answer")]
      {
        let kept = try await app.everything(in: table, columns: columns)
        #expect(!kept.contains("Bình Minh") && !kept.contains("binh-minh"))
      }
      let audit = try await app.everything(in: "audit_entries", columns: "code")
      #expect(audit.contains("incomingDocument.secrecyRefused"))
    }
  }

  @Test("what another agency has does not exist for a program either") func invisible() async throws {
    try await withApp { app in
      let made = try await app.program(as: Cast.registryClerk).create("/incoming-documents", Self.letter)
      let path = "/incoming-documents/\(try made.key())"
      for actor in [Cast.clerkOfAnotherAgency, Cast.officerOfAnotherUnit] {
        let stranger = try await app.program(as: actor)
        #expect(try await stranger.send(.get, path).status == 404)
        #expect(try await stranger.change(.patch, path, ["reason": "thử"], version: 1).status == 404)
        #expect(try await stranger.send(.get, "/incoming-documents").json?.items == [])
        #expect(try await stranger.send(.get, "/search?q=d%E1%BB%B1%20to%C3%A1n").json?.items == [])
      }
    }
  }

  @Test("version: the tag of the last reading is needed; 304 while nothing changed") func versions() async throws {
    try await withApp { app in
      let program = try await app.program(as: Cast.administrator)
      let read = try await program.send(.get, "/agencies/12")
      let tag = try #require(read.headers[.eTag])
      for known in [tag, "\"x\", W/\(tag)", "*"] {
        #expect(try await program.send(.get, "/agencies/12", headers: [.ifNoneMatch: known]).status == 304, "\(known)")
      }
      #expect(try await program.send(.patch, "/agencies/12", ["placeName": "Hà Giang"]).status == 428)
      for bad in ["3", "*", "\"x\"", "\"1\", \"2\""] {
        let answer = try await program.send(.patch, "/agencies/12", ["placeName": "A"], headers: [.ifMatch: bad])
        #expect(answer.status == 400, "\(bad)")
      }
      let change = try await program.send(
        .patch, "/agencies/12", ["placeName": "Hà Giang"], headers: [.ifMatch: "W/\(tag)"])
      #expect(change.status == 200 && change["version"] == 2 && change["placeName"] == "Hà Giang")
      #expect(change["abbreviation"] == read["abbreviation"], "what was not sent stays")
      let late = try await program.send(.patch, "/agencies/12", ["placeName": "B"], headers: [.ifMatch: tag])
      #expect(late.status == 412)
      #expect(try await program.send(.get, "/agencies/12", headers: [.ifNoneMatch: tag]).status == 200)
    }
  }

  @Test("pages follow one another by cursor, newest first, none twice, whatever is registered meanwhile") func cursors()
    async throws
  {
    try await withApp { app in
      let program = try await app.program(as: Cast.registryClerk)
      var made: [Int64] = []
      for number in 1...5 {
        let document: JSONValue = [
          "issuer": "Bộ Tài chính", "type": "congVan", "subject": .text("Về việc số \(number)"),
        ]
        made.append(try await program.create("/incoming-documents", document).key())
      }
      for path in ["/incoming-documents?", "/search?q=vi%E1%BB%87c&", "/incoming-documents?type=congVan&"] {
        let wanted = Array(made.reversed())
        var seen: [Int64] = []
        var next: String? = ""
        while let cursor = next {
          let page = try await program.send(.get, "\(path)limit=2\(cursor.isEmpty ? "" : "&cursor=\(cursor)")")
          #expect(page.status == 200, "\(page.text)")
          seen +=
            page.json?.items.compactMap { $0["id"] == nil ? nil : $0["id"] }.compactMap { value in
              guard case .integer(let key) = value else { return nil }
              return key
            } ?? []
          next = page["next"]?.words
          guard seen.count == 2 else { continue }
          let late: JSONValue = ["issuer": "Bộ Tài chính", "type": "congVan", "subject": "Về việc đến giữa chừng"]
          made.append(try await program.create("/incoming-documents", late).key())
        }
        #expect(seen == wanted, "\(path)")
      }
      #expect(try await program.send(.get, "/incoming-documents?cursor=abc").status == 400)
    }
  }

  @Test("address, method, type, size and parameters that do not fit are told in problem details") func misfits()
    async throws
  {
    try await withApp { app in
      let program = try await app.program(as: Cast.registryClerk)
      for path in ["", "/", "/nothing", "/agencies/", "/agencies/abc", "/agencies/0", "/agencies/99999999999999999999"]
      {
        #expect(try await program.send(.get, path).status == 404, "\(path)")
      }
      let method = try await program.send(.delete, "/incoming-documents")
      #expect(method.status == 405 && method.headers[.allow] == "GET, HEAD, POST")
      let head = try await program.send(.head, "/me")
      #expect(head.status == 200 && head.text.isEmpty)
      let text = try await program.send(
        .post, "/incoming-documents", bytes: Array("a=b".utf8),
        headers: [.contentType: "application/x-www-form-urlencoded", .idempotencyKey: "khoa-thu-0004"])
      #expect(text.status == 415)
      let large = try await program.create("/agencies", ["name": .text(String(repeating: "a", count: 1 << 20))])
      #expect(large.status == 413)
      for query in ["limit=0", "limit=201", "limit=x", "limit=1&limit=2", "trang=2", "arrivedFrom=2026-02-30"] {
        #expect(try await program.send(.get, "/incoming-documents?\(query)").status == 400, "\(query)")
      }
      #expect(try await program.send(.get, "/search").status == 400)
      let broken = try await program.send(
        .post, "/agencies", bytes: Array("{\"a\"".utf8),
        headers: [.contentType: "application/json", .idempotencyKey: "khoa-thu-0005"])
      #expect(broken.status == 400)
    }
  }

  @Test("a book that does not exist is not opened by a slip of the pen") func unknownBook() async throws {
    try await withApp { app in
      let program = try await app.program(as: Cast.registryClerk)
      guard case .object(let members) = Self.letter else { return }
      let answer = try await program.create("/incoming-documents", .object(members + [.init("book", "Sổ gõ nhầm")]))
      #expect(answer.status == 422 && answer.text.contains("\"field\":\"book\""))
      #expect(try await app.count("registers") == 0)
    }
  }

  @Test("AN-09 who may not leaves a line, with the token it came by") func refusedAccess() async throws {
    try await withApp { app in
      let officer = try await app.program(as: Cast.officerInCharge)
      #expect(try await officer.create("/incoming-documents", Self.letter).status == 403)
      await app.installation.modules.log.flush()
      let audit = try await app.everything(in: "audit_entries", columns: "code, sentence, address")
      #expect(audit.contains("access.refused|bị từ chối tại /api/v1/incoming-documents"))
      #expect(audit.contains("(mã truy cập «Phần mềm thử»)"))
    }
  }
}
