/// What a child process may use at most.
package struct ToolLimits: Sendable, Equatable {
  package var time: Duration
  /// Address space (`prlimit --as`), in bytes.
  package var memoryBytes: Int
  /// Standard output, in bytes.
  package var outputBytes: Int
  /// Any one file it writes, in bytes.
  package var fileBytes: Int

  package init(time: Duration, memoryBytes: Int, outputBytes: Int, fileBytes: Int) {
    self.time = time
    self.memoryBytes = memoryBytes
    self.outputBytes = outputBytes
    self.fileBytes = fileBytes
  }

  /// For the readers of one file: half a minute, 1 GiB.
  package static let usual = ToolLimits(
    time: .seconds(30), memoryBytes: 1 << 30, outputBytes: 64 << 20, fileBytes: 512 << 20)

  /// LibreOffice maps far more address space than it uses (about 220 MB resident for a book of 800 pages).
  package static let office = ToolLimits(
    time: .seconds(180), memoryBytes: 4 << 30, outputBytes: 1 << 20, fileBytes: 512 << 20)
}
