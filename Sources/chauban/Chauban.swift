import ArgumentParser

/// The program: one binary that serves and looks after an installation.
@main struct Chauban: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chauban",
    abstract: "Châu Bản: hệ thống quản lý văn bản và hồ sơ công việc.",
    subcommands: [
      Serve.self, Seed.self, Check.self, User.self, Verify.self, Reindex.self, Import.self, Export.self, Move.self,
      Extraction.self,
      Generate.self,
    ])
}
