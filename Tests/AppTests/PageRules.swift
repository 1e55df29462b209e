/// What every document sent to a browser keeps to, whatever screen it shows.
extension SeenMarkup {
  /// Everything wrong with a whole document.
  var documentFaults: [String] {
    var all = fragmentFaults
    let headings = tags.filter { $0.name == "h1" }
    if headings.count != 1 { all.append("\(headings.count) <h1>: \(headings.map(\.text))") }
    if tags.filter({ $0.name == "main" }).count != 1 { all.append("not exactly one <main>") }
    if tags.first?.name != "html" || tags.first?["lang"] != "vi" { all.append("no <html lang=\"vi\">") }
    return all
  }

  /// Everything wrong with a part of a document.
  var fragmentFaults: [String] { faults + scriptsAndStyles + identifiers + unlabelled + unnamed }

  /// The strict content security policy would not run these.
  private var scriptsAndStyles: [String] {
    tags.flatMap { tag -> [String] in
      var wrong = tag.attributes.filter { $0.name == "style" || $0.name.hasPrefix("on") }.map {
        "<\(tag.name) \($0.name)=…>"
      }
      if tag.name == "style" || (tag.name == "script" && tag["src"] == nil) { wrong.append("inline <\(tag.name)>") }
      wrong += tag.attributes.filter { $0.value.hasPrefix("javascript:") }.map {
        "<\(tag.name) \($0.name)=javascript:>"
      }
      return wrong
    }
  }

  private var identifiers: [String] {
    let ids = tags.compactMap { $0["id"] }
    let twice = Dictionary(grouping: ids, by: { $0 }).filter { $0.value.count > 1 }.keys.sorted()
    let missing = tags.flatMap { tag in
      ["for", "aria-labelledby", "aria-describedby", "aria-controls"].flatMap { name in
        (tag[name] ?? "").split(separator: " ").filter { !ids.contains(String($0)) }.map {
          "\(name)=\"\($0)\" names no element"
        }
      }
    }
    return twice.map { "id \($0) twice" } + missing
  }

  private var unlabelled: [String] {
    let labelled = Set(tags.compactMap { $0.name == "label" ? $0["for"] : nil })
    let typed: Set<String> = ["hidden", "submit", "button", "image", "reset"]
    return tags.filter { tag in
      guard ["input", "select", "textarea"].contains(tag.name), !typed.contains(tag["type"] ?? "") else { return false }
      let named = [tag["aria-label"], tag["aria-labelledby"]].contains { $0?.isEmpty == false }
      return !named && !labelled.contains(tag["id"] ?? "") && !tag.around.contains { tags[$0].name == "label" }
    }.map { "<\($0.name) name=\"\($0["name"] ?? "")\"> without a label" }
  }

  private var unnamed: [String] {
    tags.filter { tag in
      switch tag.name {
      case "img": tag["alt"] == nil
      case "button", "a", "h1", "h2", "h3", "summary", "title":
        tag.text.allSatisfy(\.isWhitespace) && tag["aria-label"] == nil
      default: false
      }
    }.map { "<\($0.name)> says nothing: \($0.attributes.map { "\($0.name)=\($0.value)" })" }
  }
}
