import HTTPTypes
import Kernel
import Organization
import TestSupport
import Testing

extension Answer {
  /// The dialog that stands open because its form was refused.
  fileprivate var refusedDialog: String? {
    markup.tags.first { $0.name == "dialog" && $0["class"]?.contains("is-refused") == true }?["id"]
  }

  /// The reasons said at a field.
  fileprivate func reasons(at name: String) -> String {
    let field = markup.tags.first { $0["name"] == name && $0["aria-invalid"] == "true" }
    let ids = field?["aria-describedby"]?.split(separator: " ").map(String.init) ?? []
    return markup.tags.filter { ids.contains($0["id"] ?? "") }.map(\.text).joined(separator: " ")
  }
}

@Suite("Hộp thoại bị từ chối") struct RefusedDialogTests {
  @Test("cancelling a number: the dialog comes back open with the reason as typed, and the number stands") func cancel()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      let page = try await clerk.get(path)
      #expect(page.refusedDialog == nil)
      let form = try ShownForm(path + "/huy-so", on: page)
      let long = String(repeating: "nhầm ", count: 110) + "<b>"
      for (typed, reason) in [("", "cần ghi lý do"), (long, "dài quá 500")] {
        let answer = try await clerk.submit(form.typing(["ly-do": typed]))
        try answer.requireStatus(422)
        #expect(answer.refusedDialog == "huy-so")
        #expect(answer.reasons(at: "ly-do").contains(reason))
        #expect(try ShownForm(path + "/huy-so", on: answer)["ly-do"] == typed)
        #expect(answer.markup.tags.contains { $0["data-closes"] != nil && $0["href"] == path })
      }
      _ = try await clerk.submit(form.typing(["ly-do": "gửi nhầm"])).requireLocation()
    }
  }

  @Test("cancelled by someone else meanwhile: who, why, and what was typed, on the page as it now is") func stale()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      let page = try await clerk.get(path)
      let other = try await app.signedIn(as: Cast.secondClerk)
      let theirs = try ShownForm(path + "/huy-so", on: try await other.get(path))
      _ = try await other.submit(theirs.typing(["ly-do": "vào sổ hai lần"])).requireLocation()
      let answer = try await clerk.submit(
        try ShownForm(path + "/huy-so", on: page).typing(["ly-do": "gửi nhầm cơ quan"]))
      try answer.requireStatus(409)
      for text in [Cast.secondClerk.personName, "vào sổ hai lần", "Lý do đã nhập: «gửi nhầm cơ quan»"] {
        try answer.requireText(text)
      }
      let files = try await clerk.submit(
        try ShownForm(path + "/tep", on: page).typing(["vouchedOpen": "1"]),
        files: [ChosenFile(name: "a.pdf", bytes: MadePDF.of(["Mot"]))])
      try files.requireStatus(409)
      try files.requireText("đã hủy nên không thêm tệp được")
      #expect(try app.filesStaged() == [])
    }
  }

  @Test("adding files: every reason at its field, the tick kept, and the page says to choose again") func addFiles()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      let form = try ShownForm(path + "/tep", on: try await clerk.get(path))
      let nothing = try await clerk.submit(form)
      try nothing.requireStatus(422)
      #expect(nothing.refusedDialog == "them-tep")
      #expect(nothing.reasons(at: "file").contains("Chưa chọn tệp nào"))
      #expect(nothing.reasons(at: "vouchedOpen").contains("xem từng trang"))
      let letter = ChosenFile(name: "a.pdf", bytes: MadePDF.of(["Mot"]))
      let program = ChosenFile(name: "b.pdf", bytes: Array("MZ\u{90}".utf8) + [UInt8](repeating: 0, count: 64))
      let refused = try await clerk.submit(form.typing(["vouchedOpen": "1"]), files: [letter, program])
      try refused.requireStatus(422)
      #expect(refused.reasons(at: "file").contains("b.pdf"))
      #expect(try ShownForm(path + "/tep", on: refused)["vouchedOpen"] == "1")
      try refused.requireText("Hãy chọn lại")
      #expect(try app.filesKept() == [])
      let behind = try await clerk.send(
        .post, form.action, form: form.fields.map { ($0.name, $0.value) } + [("tep-de-lai", "1")])
      try behind.requireStatus(422)
      #expect(behind.reasons(at: "file").contains("màn hình khóa"))
      let again = try ShownForm(path + "/tep", on: refused)
      _ = try await clerk.submit(again, files: [letter]).requireLocation()
      let twice = try await clerk.submit(again, files: [letter])
      try twice.requireStatus(409)
      #expect(twice.refusedDialog == "them-tep" && twice.reasons(at: "file").contains("đã có đúng tệp này"))
    }
  }

  @Test("locking an account: the dialog comes back; another refused act leaves it shut") func lock() async throws {
    try await withApp { app in
      let administrator = try await app.signedIn(as: Cast.administrator)
      let account = "/quan-tri/tai-khoan/\(Cast.secondClerk.account)"
      let page = try await administrator.follow(try await administrator.get(account))
      let form = try ShownForm(account + "/khoa", on: page)
      let answer = try await administrator.submit(form)
      try answer.requireStatus(422)
      #expect(answer.refusedDialog == "khoa" && answer.reasons(at: "ly-do").contains("ghi lý do khóa"))
      var stale = form.typing(["ly-do": "nghỉ hưu"])
      stale["phien-ban"] = "0"
      let old = try await administrator.submit(stale)
      try old.requireStatus(409)
      #expect(old.refusedDialog == "khoa")
      #expect(try ShownForm(account + "/khoa", on: old)["ly-do"] == "nghỉ hưu")
      var reset = try ShownForm(account + "/mat-khau", on: page)
      reset["phien-ban"] = "0"
      let other = try await administrator.submit(reset)
      try other.requireStatus(409)
      #expect(other.refusedDialog == nil)
    }
  }
}
