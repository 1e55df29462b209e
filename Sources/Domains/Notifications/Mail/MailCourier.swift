import Foundation
import Kernel
import Papers

/// Hands letters to the mail server, through curl: SMTP, STARTTLS and TLS as everybody's servers speak them.
package struct MailCourier: Sendable {
  package let settings: MailSettings
  private let runner: ToolRunner

  package init(settings: MailSettings, runner: ToolRunner) {
    self.settings = settings
    self.runner = runner
  }

  /// What became of one attempt.
  enum Outcome: Sendable, Equatable {
    case sent
    /// The server answered that it will never take this letter.
    case refused(String)
    /// Not now: the server is away, busy, or does not know us. Other letters would fare no better.
    case troubled(String)
  }

  private static let limits = ToolLimits(
    time: .seconds(20), memoryBytes: 1 << 30, outputBytes: 1 << 16, fileBytes: 1 << 20)

  func deliver(_ mail: Mail, now: Instant) async throws -> Outcome {
    if let trouble = settings.trouble { return .troubled(trouble) }
    return try await runner.withFolder { folder in
      let letter = folder.appendingPathComponent("letter.eml")
      try Data(MailText(mail: mail, settings: settings, now: now).text.utf8).write(to: letter)
      // The password stands in a file of this folder alone, never among the arguments that everybody can list.
      let config = folder.appendingPathComponent("curl.conf")
      try Data(try configuration(mail, letter: letter).utf8).write(to: config)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: config.path)
      do {
        let output = try await runner.run(
          .curl, ["--config", config.path], in: folder, limits: Self.limits, accepting: Set(0...99))
        return Self.judged(status: output.status, response: Int(output.text) ?? 0)
      } catch let refusal as Refusal { return .troubled(refusal.message) } catch is ToolFailure {
        return .troubled("Máy chủ thư không trả lời trong \(Self.limits.time.components.seconds) giây.")
      }
    }
  }

  private func configuration(_ mail: Mail, letter: URL) throws -> String {
    let scheme = settings.security == .tls ? "smtps" : "smtp"
    var lines = [
      "url = \(Self.quoted("\(scheme)://\(settings.host):\(settings.port)/\(settings.domain)"))",
      "mail-from = \(Self.quoted("<\(settings.sender)>"))", "mail-rcpt = \(Self.quoted("<\(mail.address)>"))",
      "upload-file = \(Self.quoted(letter.path))", "write-out = \"%{response_code}\"", "connect-timeout = 8",
      "max-time = 15", "silent", "proto = \"=smtp,smtps\"", "tlsv1.2", "noproxy = \"*\"",
    ]
    if settings.security == .starttls { lines.append("ssl-reqd") }
    if let file = settings.certificatesFile { lines.append("cacert = \(Self.quoted(file))") }
    if !settings.user.isEmpty, let file = settings.passwordFile {
      let password = try String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .newlines)
      lines.append("user = \(Self.quoted("\(settings.user):\(password)"))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
  }

  /// curl's status with the server's last answer. Only a 5xx to the sender, the recipient or the letter itself is about
  /// this letter; before that the server refuses us, not it.
  static func judged(status: Int32, response: Int) -> Outcome {
    switch status {
    case 0: .sent
    case 55, 56:
      if (500..<600).contains(response), ![530, 535].contains(response) {
        .refused("Máy chủ thư từ chối người gửi, người nhận hoặc lá thư (mã \(response)).")
      } else {
        .troubled("Máy chủ thư ngắt giữa chừng (mã \(response)).")
      }
    case 6: .troubled("Không tìm thấy máy chủ thư theo tên. Xem mail.host.")
    case 7: .troubled("Máy chủ thư không nhận kết nối. Xem mail.host, mail.port và tường lửa.")
    case 28: .troubled("Máy chủ thư không trả lời kịp.")
    case 35, 60, 77, 83:
      .troubled("Không tin được chứng thư của máy chủ thư. Xem mail.security và mail.certificates.")
    case 64: .troubled("Máy chủ thư không có STARTTLS. Xem mail.security.")
    case 67: .troubled("Máy chủ thư không nhận tên hoặc mật khẩu. Xem mail.user và mail.password.file.")
    default: .troubled("Gửi thư không xong (curl \(status), mã \(response)).")
    }
  }
}
