import Kernel
import Organization
import Testing
import WebApp

@testable import App

@Suite("Gallery") struct GalleryTests {
  @Test("every example renders through the shell, as markup that keeps the rules") func everyExample() async throws {
    try await withApp { app in
      let examples = app.installation.modules.all.flatMap(\.galleryExamples)
      #expect(examples.count > 20)
      let visitor = try await app.signedIn(as: Cast.headOfTwo)
      for example in examples {
        let answer = try await visitor.get("/trung-bay/\(example.name)")
        #expect(answer.status == 200, "\(example.name)")
        let title = answer.markup.tags.first { $0.name == "title" }?.text ?? ""
        #expect(title.hasPrefix(example.page.title), "\(example.name): \(title)")
      }
      #expect(try await visitor.get("/trung-bay").status == 200)
      #expect(try await visitor.get("/trung-bay/khong-co").status == 404)
    }
  }

  @Test("names are unique and fit into an address") func names() async throws {
    try await withApp { app in
      let names = app.installation.modules.all.flatMap(\.galleryExamples).map(\.name)
      let twice = Dictionary(grouping: names, by: { $0 }).filter { $0.value.count > 1 }.keys
      #expect(twice.isEmpty)
      for name in names { #expect(name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(name)") }
    }
  }

  @Test(
    "the strict reader sees what is wrong",
    arguments: [
      ("<p><b>a</p></b>", "closes"), ("<div>", "never closed"), ("<p class=x>a</p>", "not quoted"),
      ("<p id=\"a\">a</p><p id=\"a\">b</p>", "twice"), ("<input name=\"a\">", "without a label"),
      ("<p style=\"color:red\">a</p>", "style"), ("<p onclick=\"x()\">a</p>", "onclick"),
      ("<script>x()</script>", "inline <script>"), ("<p><div>a</div></p>", "<div> inside <p>"),
      ("a & b", "bare «&»"), ("<label for=\"x\">a</label>", "names no element"), ("<button></button>", "says nothing"),
      ("<img src=\"a\">", "says nothing"),
    ]) func reader(html: String, fault: String)
  {
    let faults = SeenMarkup(html).fragmentFaults
    #expect(faults.contains { $0.contains(fault) }, "\(faults)")
  }
}
