import WebApp

/// Header values for sending files.
package enum FileAnswer {
  /// `attachment` with the name in UTF-8 (RFC 6266).
  package static func attachment(named name: String) -> String { "attachment; filename*=UTF-8''\(Form.encoded(name))" }

  /// Shown by the browser, and saved under this name.
  static func inline(named name: String) -> String { "inline; filename*=UTF-8''\(Form.encoded(name))" }
}
