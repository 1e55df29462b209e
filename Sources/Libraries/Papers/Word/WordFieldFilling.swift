import Kernel

/// «{{trich_yeu}}».
private let fieldForm = Pattern(/\{\{\s*([a-z0-9_]+)\s*\}\}/)

/// Puts values into the named places of one part. Names of elements are those that Word writes (`w:`).
struct WordFieldFilling {
  var values: [String: String]

  static func note(_ tree: XMLTree, into names: inout Set<String>) {
    if tree.name == "w:sdt", let tag = tag(of: tree) { names.insert(tag) }
    if tree.name == "w:p" {
      for field in fields(in: texts(of: tree).joined()) { names.insert(field.name) }
    }
    for element in tree.elements { note(element, into: &names) }
  }

  func filled(_ tree: XMLTree) -> XMLTree {
    var result = tree
    result.children = tree.children.flatMap { child -> [XMLTree.Child] in
      guard case .element(let element) = child else { return [child] }
      if element.name == "w:sdt", let tag = Self.tag(of: element), let value = values[tag] {
        return [.element(control(element, value))]
      }
      // Text boxes and controls inside a paragraph are filled first, then its own text.
      let inner = filled(element)
      return inner.name == "w:p" ? paragraphs(inner).map { .element($0) } : [.element(inner)]
    }
    return result
  }

  private func paragraphs(_ paragraph: XMLTree) -> [XMLTree] {
    let texts = Self.texts(of: paragraph)
    let whole = texts.joined()
    let found = Self.fields(in: whole).filter { values[$0.name] != nil }
    guard !found.isEmpty else { return [paragraph] }
    if found.count == 1, let value = values[found[0].name], value.contains("\n"),
      whole.trimmingBlanks == String(whole[found[0].range])
    {
      return value.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        put(Self.texts(texts, with: [(found[0].range, String(line))], in: whole), into: paragraph)
      }
    }
    let replacements = found.map { ($0.range, values[$0.name] ?? "") }
    return [put(Self.texts(texts, with: replacements, in: whole), into: paragraph)]
  }

  /// The pieces of text after the replacements: a value goes where its field begins.
  private static func texts(
    _ texts: [String], with replacements: [(range: Range<String.Index>, value: String)], in whole: String
  ) -> [String] {
    var owners: [Int] = []
    for (index, text) in texts.enumerated() { owners += [Int](repeating: index, count: text.unicodeScalars.count) }
    var results = [String](repeating: "", count: texts.count)
    let scalars = whole.unicodeScalars
    var index = scalars.startIndex
    var place = 0
    for replacement in replacements {
      while index < replacement.range.lowerBound {
        results[owners[place]].unicodeScalars.append(scalars[index])
        index = scalars.index(after: index)
        place += 1
      }
      results[owners[place]] += replacement.value
      while index < replacement.range.upperBound {
        index = scalars.index(after: index)
        place += 1
      }
    }
    while index < scalars.endIndex {
      results[owners[place]].unicodeScalars.append(scalars[index])
      index = scalars.index(after: index)
      place += 1
    }
    return results
  }

  private func put(_ texts: [String], into paragraph: XMLTree) -> XMLTree {
    var rest = texts[...]
    return put(&rest, into: paragraph)
  }

  private func put(_ texts: inout ArraySlice<String>, into tree: XMLTree) -> XMLTree {
    var result = tree
    result.children = []
    for child in tree.children {
      guard case .element(let element) = child, element.name != "w:p" else {
        result.children.append(child)
        continue
      }
      if element.name == "w:t" {
        result.children += Self.runs(of: texts.popFirst() ?? "")
      } else {
        result.children.append(.element(put(&texts, into: element)))
      }
    }
    return result
  }

  private static func runs(of text: String) -> [XMLTree.Child] {
    var children: [XMLTree.Child] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { children.append(.element(XMLTree(name: "w:br"))) }
      children.append(
        .element(
          XMLTree(
            name: "w:t", attributes: [.init(name: "xml:space", value: "preserve")], children: [.text(String(line))])))
    }
    return children
  }

  /// A content control shows its value in the look of its first run, no longer as a placeholder.
  private func control(_ element: XMLTree, _ value: String) -> XMLTree {
    var result = element
    let count = Self.texts(of: element).count
    var texts = ([value] + [String](repeating: "", count: max(0, count - 1)))[...]
    result = put(&texts, into: result)
    result.children = result.children.map { child in
      guard case .element(var properties) = child, properties.name == "w:sdtPr" else { return child }
      properties.children.removeAll { if case .element(let one) = $0 { one.name == "w:showingPlcHdr" } else { false } }
      return .element(properties)
    }
    return result
  }

  private static func tag(of control: XMLTree) -> String? {
    control.first("w:sdtPr")?.first("w:tag")?["w:val"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The pieces of text of a paragraph, without those of paragraphs inside it (text boxes).
  private static func texts(of tree: XMLTree) -> [String] {
    tree.elements.flatMap { element -> [String] in
      switch element.name {
      case "w:t": [element.text]
      case "w:p": []
      default: texts(of: element)
      }
    }
  }

  private static func fields(in text: String) -> [(name: String, range: Range<String.Index>)] {
    text.matches(of: fieldForm.regex).map { (String($0.1), $0.range) }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
