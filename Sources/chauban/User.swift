import App
import ArgumentParser
import Database
import Identity
import Kernel
import Organization

/// Accounts from the server's own command line: the first administrator, and the way back in when nobody can sign in.
struct User: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tài khoản quản trị đầu tiên; cấp lại mật khẩu khi không ai vào được.",
    subcommands: [Add.self, Reset.self, Close.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Tạo quản trị đầu tiên cùng cơ quan đứng đầu.")

    @OptionGroup var options: InstallationOptions
    @Argument(help: "Tên đăng nhập: chữ thường không dấu, chữ số, dấu chấm.") var loginName: String
    @Option(help: "Họ và tên.") var fullName: String
    @Option(help: "Tên cơ quan đứng đầu.") var agency: String
    @Option(help: "Chữ viết tắt của cơ quan, như TCĐC.") var abbreviation: String
    @Option(help: "Địa danh ghi trên văn bản, như Hà Nội.") var place: String
    @Option(help: "Cấp của cơ quan, như Tổng cục, Cục.") var tier = "Cơ quan"

    func run() async throws {
      let installation = try await options.open()
      let password = CreateFirstAdministrator.randomPassword()
      let act = CreateFirstAdministrator(
        loginName: loginName, fullName: fullName,
        agency: FoundBody(agencyName: agency, tierName: tier, abbreviation: abbreviation, placeName: place),
        passwordHash: try PasswordHasher.hashNow(password))
      try await refusalsAsErrors {
        _ = try await installation.database.write { try act.perform(in: $0) }
      }
      try await installation.close()
      print(
        "Đã tạo tài khoản quản trị «\(loginName)».\nMật khẩu lần đầu (chỉ hiện một lần, phải đổi khi đăng nhập): \(password)"
      )
    }
  }

  struct Reset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Cấp mật khẩu mới và mở khóa một tài khoản.")

    @OptionGroup var options: InstallationOptions
    @Argument(help: "Tên đăng nhập.") var loginName: String

    func run() async throws {
      let installation = try await options.open()
      let password = CreateFirstAdministrator.randomPassword()
      let act = RecoverAccount(loginName: loginName, passwordHash: try PasswordHasher.hashNow(password))
      try await refusalsAsErrors { try await installation.database.write { try act.perform(in: $0) } }
      try await installation.close()
      print("Mật khẩu mới của «\(loginName)» (chỉ hiện một lần, phải đổi khi đăng nhập): \(password)")
    }
  }
}

extension User {
  /// Closes an account for good; refused while its person still has something to hand over.
  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Đóng một tài khoản khi người dùng nghỉ, chuyển; còn việc chưa bàn giao thì từ chối.")

    @OptionGroup var options: InstallationOptions
    @Argument(help: "Tên đăng nhập.") var loginName: String
    @Option(help: "Lý do, như nghỉ hưu, chuyển công tác.") var reason: String

    func run() async throws {
      let installation = try await options.open()
      let act = CloseAccountByCommand(loginName: loginName, reason: reason, owned: Modules.owned)
      try await refusalsAsErrors { try await installation.database.write { try act.perform(in: $0) } }
      try await installation.close()
      print("Đã đóng tài khoản «\(loginName)»; mọi phiên và mã truy cập đã kết thúc.")
    }
  }
}

/// A refusal becomes the command's error text.
func refusalsAsErrors<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
  do { return try await body() } catch let refusal as Refusal { throw ValidationError(refusal.message) }
}
