import WebApp

/// Header values for sending files.
package enum FileAnswer {
  /// `attachment` with the name in UTF-8 (RFC 6266).
  package static func attachment(named name: String) -> String { "attachment; filename*=UTF-8''\(Form.encoded(name))" }
}
