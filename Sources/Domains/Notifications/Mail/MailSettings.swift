import Foundation
import Kernel

/// How this installation sends e-mail (SMTP). Without them nothing is sent, and notifications stay in the product.
package struct MailSettings: Sendable, Equatable {
  /// How the way to the mail server is guarded.
  package enum Security: String, Sendable, CaseIterable {
    /// In the clear: only for a server on the same machine or a closed network.
    case none
    /// Begins in the clear and must go over to TLS before anything is said (port 587).
    case starttls
    /// TLS from the first byte (port 465).
    case tls
  }

  package var host: String
  package var port: Int
  package var security: Security
  /// Name at the mail server; empty to send without one.
  package var user: String
  /// File that holds nothing but the password.
  package var passwordFile: String?
  /// Certificates that vouch for the server, when the system's do not (PEM).
  package var certificatesFile: String?
  /// From whom letters come: «vanban@tongcuc.gov.vn».
  package var sender: String
  /// Address of this installation, for the link in letters.
  package var publicAddress: String
  /// As the system calls itself.
  package var systemName: String

  package init(
    host: String, port: Int, security: Security, user: String = "", passwordFile: String? = nil,
    certificatesFile: String? = nil, sender: String, publicAddress: String, systemName: String
  ) {
    self.host = host
    self.port = port
    self.security = security
    self.user = user
    self.passwordFile = passwordFile
    self.certificatesFile = certificatesFile
    self.sender = sender
    self.publicAddress = publicAddress
    self.systemName = systemName
  }

  /// The part of the sender after `@`: names this machine to the mail server, and its letters.
  var domain: String { sender.split(separator: "@").last.map(String.init) ?? "localhost" }

  /// What is wrong with these settings, in words for whoever keeps the machine; nil when nothing is.
  package var trouble: String? {
    if !MailAddress.isUsable(sender) {
      return "mail.sender «\(sender)» không phải địa chỉ thư. Ví dụ: vanban@tongcuc.gov.vn."
    }
    let isHost =
      !host.isEmpty
      && host.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || ".-:[]".utf8.contains($0)
      }
    if !isHost { return "mail.host «\(host)» không phải tên máy chủ." }
    if !(1...65_535).contains(port) { return "mail.port \(port) không phải số cổng." }
    if !user.isEmpty, passwordFile == nil { return "Có mail.user thì phải có mail.password.file." }
    if let passwordFile, !FileManager.default.isReadableFile(atPath: passwordFile) {
      return "Không đọc được tệp mật khẩu thư «\(passwordFile)»."
    }
    return nil
  }
}
