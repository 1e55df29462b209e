import Subprocess

/// Takes a tool's standard output piece by piece.
package protocol ToolSink: Sendable {
  mutating func take(_ bytes: [UInt8]) throws
}

/// Keeps the whole output.
package struct ByteSink: ToolSink {
  package var bytes: [UInt8] = []

  package init() {}

  package mutating func take(_ bytes: [UInt8]) { self.bytes += bytes }
}

/// What a tool said.
package struct ToolOutput<Sink: ToolSink>: Sendable {
  package var status: Int32
  package var sink: Sink
  /// The first 16 KiB of its standard error.
  package var errorText: String
}

extension ToolOutput where Sink == ByteSink {
  package var bytes: [UInt8] { sink.bytes }
  package var text: String { String(decoding: sink.bytes, as: UTF8.self) }
}

/// One run of a tool: follows its pipes against its clock, then judges how it ended.
struct ToolAttempt<Sink: ToolSink>: Sendable {
  struct Ending: Sendable {
    var sink: Sink
    var errorText = ""
    var timedOut = false
    var tooLarge = false
    var sinkError: (any Error)?
  }

  private enum Part: Sendable {
    case output(Sink, tooLarge: Bool, error: (any Error)?)
    case errors(String)
    case timeUp
    case timerCancelled
  }

  var tool: Tool
  var limits: ToolLimits
  var sink: Sink

  /// Ends when both pipes are closed: by the tool itself, or because it was killed.
  func follow(
    output: SubprocessOutputSequence, errors: SubprocessOutputSequence, kill: @escaping @Sendable () -> Void
  ) async -> Ending {
    var ending = Ending(sink: sink)
    await withTaskCancellationHandler {
      await withTaskGroup(of: Part.self) { group in
        group.addTask { await collect(output, kill: kill) }
        group.addTask { await .errors(firstText(of: errors)) }
        group.addTask {
          do { try await Task.sleep(for: limits.time) } catch { return .timerCancelled }
          kill()
          return .timeUp
        }
        var pipesOpen = 2
        while let part = await group.next() {
          switch part {
          case .output(let sink, let tooLarge, let error):
            (ending.sink, ending.tooLarge, ending.sinkError) = (sink, tooLarge, error)
            pipesOpen -= 1
          case .errors(let text):
            ending.errorText = text
            pipesOpen -= 1
          case .timeUp: ending.timedOut = true
          case .timerCancelled: break
          }
          if pipesOpen == 0 { group.cancelAll() }
        }
      }
    } onCancel: {
      kill()
    }
    return ending
  }

  private func collect(_ output: SubprocessOutputSequence, kill: @Sendable () -> Void) async -> Part {
    var sink = sink
    var count = 0
    do {
      for try await buffer in output {
        count += buffer.count
        guard count <= limits.outputBytes else {
          kill()
          return .output(sink, tooLarge: true, error: nil)
        }
        try sink.take(buffer.withUnsafeBytes { Array($0) })
      }
      return .output(sink, tooLarge: false, error: nil)
    } catch {
      kill()
      return .output(sink, tooLarge: false, error: error)
    }
  }

  private func firstText(of errors: SubprocessOutputSequence) async -> String {
    var bytes: [UInt8] = []
    do {
      for try await buffer in errors where bytes.count < 16_384 {
        bytes += buffer.withUnsafeBytes { Array($0.prefix(16_384)) }
      }
    } catch {
      // What was read so far is all there is to tell.
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func judged(_ ending: Ending, status: TerminationStatus, accepting: Set<Int32>) throws -> ToolOutput<Sink> {
    if ending.timedOut { throw ToolFailure.timedOut(tool, after: limits.time) }
    if ending.tooLarge { throw ToolFailure.outputTooLarge(tool, bytesMax: limits.outputBytes) }
    if let error = ending.sinkError { throw error }
    switch status {
    case .exited(let code) where accepting.contains(code):
      return ToolOutput(status: code, sink: ending.sink, errorText: ending.errorText)
    case .exited(let code) where code > 128 && code < 160: throw died(of: code - 128)
    case .exited(let code):
      let message = ending.errorText.split(separator: "\n").suffix(3).joined(separator: " ")
      throw ToolFailure.failed(tool, status: code, message: String(message.prefix(500)))
    case .signaled(let signal): throw died(of: signal)
    }
  }

  /// Signal 25, SIGXFSZ: a file grew beyond `prlimit --fsize`.
  private func died(of signal: Int32) -> ToolFailure {
    signal == 25 ? .outputTooLarge(tool, bytesMax: limits.fileBytes) : .crashed(tool, signal: signal)
  }
}
