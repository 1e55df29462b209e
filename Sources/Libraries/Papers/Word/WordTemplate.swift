import Foundation

/// A .docx with named places to be filled: «{{trich_yeu}}» in its text, or content controls with that tag. Word cuts text
/// into runs where it likes, so a field is found across runs and takes the look of the run it begins in.
package struct WordTemplate {
  private let package: WordPackage

  /// Throws `WordFault` for what is no .docx.
  package init(_ file: URL) throws { package = try WordPackage(file) }

  /// Names of the fields that stand in it.
  package func fieldNames() throws -> Set<String> {
    var names: Set<String> = []
    for part in filledParts {
      let tree = try tree(part)
      WordFieldFilling.note(tree, into: &names)
    }
    return names
  }

  /// Writes the template with its fields filled. A value of several lines gives as many paragraphs where the field is a
  /// paragraph of its own. A field without a value stays as it is.
  package func write(filledWith values: [String: String], to target: URL) throws {
    var parts: [(name: String, bytes: [UInt8])] = []
    let filled = Set(filledParts)
    for name in names {
      if filled.contains(name) {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        WordFieldFilling(values: values).filled(try tree(name)).write(into: &text)
        parts.append((name, Array(text.utf8)))
      } else if let bytes = try package.part(name) {
        parts.append((name, bytes))
      }
    }
    try PackageWriting.write(parts, to: target)
  }

  private var names: [String] {
    ["[Content_Types].xml"] + package.names.filter { $0 != "[Content_Types].xml" && !$0.hasSuffix("/") }.sorted()
  }

  private var filledParts: [String] {
    package.names.filter { name in
      name == "word/document.xml"
        || name.hasSuffix(".xml") && ["word/header", "word/footer"].contains { name.hasPrefix($0) }
    }.sorted()
  }

  private func tree(_ part: String) throws -> XMLTree {
    guard let bytes = try package.part(part) else { throw WordFault.broken(part) }
    return try XMLPartReader.tree(of: bytes, part: part, names: .written)
  }
}
