import Kernel
import Markup
import Testing

@testable import WebApp

@Suite("Biểu mẫu như người gõ gửi lên") struct FormTests {
  @Test(
    "an address's escapes are read, broken ones stay as typed",
    arguments: [
      ("ten=a+b", "a b"), ("ten=V%2Fv%20ki%E1%BB%83m%20k%C3%AA", "V/v kiểm kê"), ("ten=100%", "100%"),
      ("ten=%zz", "%zz"), ("ten=%4", "%4"), ("ten=a=b=c", "a=b=c"), ("ten", ""), ("khac=1", ""), ("", ""),
      ("ten=e%CC%A3%CC%82", "ệ"), ("ten=%20%09a%20%20b%0A", "a b"),
    ]) func decoding(text: String, value: String)
  {
    let read = Form(urlEncoded: text)["ten"]
    #expect(Array(read.unicodeScalars) == Array(value.unicodeScalars))
  }

  @Test("what is written into an address comes back the same", arguments: ["a&b=c+d%41 ệ/?#", "«Đặng»\n", "😀"])
  func encoding(text: String) {
    #expect(Form(urlEncoded: "ten=\(Form.encoded(text))").raw("ten") == text)
  }

  @Test("repeated fields, ticks, numbers, keys") func kinds() {
    let form = Form(
      urlEncoded: "q=1&q=2&tich=1&trong=&so=12&so-la=1a&phien-ban=7&khoa-gui=\(String(repeating: "k", count: 90))")
    #expect(form.all("q") == ["1", "2"])
    #expect(form["q"] == "1")
    #expect(form.isOn("tich") && !form.isOn("trong") && !form.isOn("khong-co"))
    #expect(form.integer("so") == 12 && form.integer("so-la") == nil)
    #expect(form.version == 7 && Form().version == 0)
    #expect(form.submissionKey.count == 64)
  }

  @Test("a password is taken to the letter, and never sent back") func passwords() {
    let form = Form(urlEncoded: "mat-khau=%20a%20%20b%20&mat-khau-moi=x&ten=hoa")
    #expect(form.raw("mat-khau") == " a  b ")
    let shown = FormInput.refused(Refusal(.invalid, "Sai.", field: "ten"), keeping: form)
    #expect(shown.values == ["ten": "hoa"])
    #expect(shown.reasons == ["ten": ["Sai."]])
  }

  @Test("a reason without a field stands over the form") func generalReasons() throws {
    let refusal = try #require(Refusal([.init("Một."), .init("Hai.", field: "so"), .init("Ba.", field: "so")]))
    let shown = FormInput.refused(refusal)
    #expect(shown.generalReasons == ["Một."])
    #expect(shown.reasons == ["so": ["Hai.", "Ba."]])
  }
}
