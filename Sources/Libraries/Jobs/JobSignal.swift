import Synchronization

/// Wakes the runners of this process. A wake too many costs one query, so that one signal serves them all.
final class JobSignal: Sendable {
  static let shared = JobSignal()

  private struct Listeners {
    var last = 0
    var streams: [Int: AsyncStream<Void>.Continuation] = [:]
  }

  private let listeners = Mutex(Listeners())

  /// A stream that yields after each wake; several wakes before it is read are one.
  func listen() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let key = listeners.withLock { listeners in
      listeners.last += 1
      listeners.streams[listeners.last] = continuation
      return listeners.last
    }
    continuation.onTermination = { _ in self.listeners.withLock { $0.streams[key] = nil } }
    return stream
  }

  func wake() {
    let streams = listeners.withLock { Array($0.streams.values) }
    for stream in streams { stream.yield() }
  }
}
