import Markup
import Testing

@Suite("Components of pages") struct ComponentTests {
  private let hostile = "<b onclick=\"x\">&'"

  @Test("a field names its hint, its reasons and how sure it is as its description") func fieldDescribesItself() {
    let field = Field(
      "Số", name: "number", value: "57", hint: "Số in trên văn bản", reasons: ["Chưa có số."], confidence: .doubtful)
    let html = field.html.string
    #expect(html.contains("aria-describedby=\"f-number-confidence f-number-hint f-number-reasons\""))
    for id in ["f-number-confidence", "f-number-hint", "f-number-reasons"] { #expect(html.contains("id=\"\(id)\"")) }
    #expect(html.contains("aria-invalid=\"true\"") && html.contains("cần xem") && html.contains("for=\"f-number\""))
  }

  @Test(
    "what people typed is escaped in every kind of field",
    arguments: [
      Field.Kind.text, .day, .area(rows: 2), .select([]), .combobox(source: "/goi-y"), .number, .password,
    ])
  func fieldsEscape(kind: Field.Kind) {
    let html = Field(hostile, name: "a", value: hostile, kind: kind, hint: hostile, reasons: [hostile]).html.string
    #expect(!html.contains("<b "))
    #expect(html.contains("&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;"))
  }

  @Test("a value that left the list stays chosen") func unknownChoiceStays() {
    let field = Field("Loại", name: "type", value: "Cũ", kind: .select([Field.Choice("Mới", "Mới")]))
    #expect(field.html.string.contains("<option value=\"Cũ\" selected>Cũ</option>"))
  }

  @Test("a refused form keeps what was typed and says at each field why") func refusedInputFillsFields() {
    let input = FormInput(values: ["day": "31/02"], reasons: ["day": ["Không phải ngày có thật."]])
    let html = input.filling(Field("Ngày", name: "day", kind: .day)).html.string
    #expect(html.contains("value=\"31/02\"") && html.contains("<li>Không phải ngày có thật.</li>"))
    #expect(input.summary.string.contains("Có 1 ô cần sửa"))
    #expect(FormInput().summary.isEmpty)
  }

  @Test("an act that cannot be done is disabled and shows every reason") func obstaclesDisable() {
    let html = Button("Kết thúc", path: "/x", obstacles: ["Còn 2 việc.", "Chưa trả lời."]).html.string
    #expect(html.contains(" disabled>") && !html.contains("href="))
    #expect(html.contains("<li>Còn 2 việc.</li><li>Chưa trả lời.</li>"))
  }

  @Test("an acting form carries its seal") func actFormIsSealed() {
    let seal = FormSeal(csrf: "c", post: "7").at(version: 3).creating("k")
    let html = ActForm(action: "/van-ban-den", seal: seal, content: "").html.string
    for input in ["ma-phien\" value=\"c", "post\" value=\"7", "phien-ban\" value=\"3", "khoa-gui\" value=\"k"] {
      #expect(html.contains("name=\"\(input)\""))
    }
    #expect(html.contains("method=\"post\"") && html.contains("data-once"))
  }

  @Test("table cells repeat their column's label for the cards of a phone") func cellsAreLabelled() {
    let table = DataTable(
      caption: "Sổ", columns: [.init("Số đến", .figures), .init("Việc", .narrow, labelHidden: true)],
      rows: [.init(cells: ["1", "2"], isStruck: true)], numbered: true)
    let html = table.html.string
    #expect(html.contains("data-label=\"Số đến\">1</td>") && html.contains("data-label=\"\">2</td>"))
    #expect(html.contains("<td>(1)</td><td>(2)</td>") && html.contains("class=\"is-struck\""))
  }

  @Test("the rail shows only the rooms it is given, the current one marked") func railShowsGivenRooms() {
    var frame = Frame(
      title: "Văn bản đến", room: .incoming, rail: [.init(.myWork, count: 1200), .init(.incoming)],
      personName: "Trần Thị Hoa", posts: [], seal: FormSeal(csrf: "c"), main: "<h1>x</h1>")
    frame.idleMinutesMax = 15
    let html = frame.html.string
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"vi\""))
    #expect(html.contains("href=\"/van-ban-den\" aria-current=\"page\"") && html.contains("1.000+"))
    #expect(!html.contains("Quản trị") && html.contains("data-idle-minutes=\"15\""))
    #expect(!html.contains("style=") && !html.contains("<script>"))
  }
}
