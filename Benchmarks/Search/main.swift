import Access
import Database
import Foundation
import Kernel
import Organization
import SearchIndex

// measure-search DATABASE: measures searches and lists over what `chauban generate` has filled. CPU is that of this
// process and, on PostgreSQL, of the server's process that answers it.

struct Usage {
  var own: Double
  var server: Double

  static func now(server: Int32?) -> Usage {
    var usage = rusage()
    getrusage(0, &usage)  // RUSAGE_SELF
    let own =
      Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000
    guard let server, let stat = try? String(contentsOfFile: "/proc/\(server)/schedstat", encoding: .utf8),
      let nanoseconds = stat.split(separator: " ").first.flatMap({ Double($0) })
    else { return Usage(own: own, server: 0) }
    return Usage(own: own, server: nanoseconds / 1_000_000)
  }
}

struct Figure {
  var mean = 0.0
  var serverMean = 0.0
  var slowest = 0.0

  var sum: Double { mean + serverMean }

  mutating func add(_ other: Figure, of count: Int) {
    mean += other.mean / Double(count)
    serverMean += other.serverMean / Double(count)
  }
}

/// Means over `times` calls, fewer when they take more than three seconds in all.
func measure(_ database: any Database, times: Int, _ body: (any Transaction) throws -> Void) throws -> Figure {
  let server: Int32? = try database.readNow { transaction in
    guard transaction.engine == .postgres else { return nil }
    return Int32(try transaction.rows("SELECT pg_backend_pid() AS pid")[0].get("pid", as: Int.self))
  }
  let clock = ContinuousClock()
  // What takes seconds needs no warming and is not asked forty times.
  let first = try clock.measure { try database.readNow(body) }
  if first < .milliseconds(500) { try database.readNow(body) }
  var figure = Figure()
  var called = 0
  let end = clock.now + .seconds(3)
  let before = Usage.now(server: server)
  while called < times, called == 0 || clock.now < end {
    called += 1
    let took = try clock.measure { try database.readNow(body) }
    figure.slowest = max(
      figure.slowest, Double(took.components.attoseconds) / 1e15 + Double(took.components.seconds) * 1e3)
  }
  let after = Usage.now(server: server)
  figure.mean = (after.own - before.own) / Double(called)
  figure.serverMean = (after.server - before.server) / Double(called)
  return figure
}

func line(_ name: String, _ figure: Figure, _ note: String = "") {
  let padded = name.padding(toLength: 44, withPad: " ", startingAt: 0)
  print(
    padded,
    String(format: "%8.3f %8.3f %8.3f  %@", figure.mean, figure.serverMean, figure.mean + figure.serverMean, note))
}

guard CommandLine.arguments.count == 2 else {
  print("usage: measure-search DATABASE")
  exit(64)
}
let database = try DatabaseAddress(CommandLine.arguments[1]).open()
let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../queries.txt")
let queries = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
print(
  "milliseconds CPU per call: own, server, sum; page of 50 newest; «engine»: the same keys without anything of ours")
for (who, actor) in [("clerk", Cast.registryClerk), ("officer", Cast.officerOfAnotherUnit)] {
  var (sum, engineSum, bestSum) = (Figure(), Figure(), Figure())
  var slowest = 0.0
  for typed in queries {
    let query = SearchQuery(String(typed))
    let count = try database.readNow { try SearchIndex.count(query, to: actor, in: $0) }
    let page = try measure(database, times: 40) { _ = try SearchIndex.search(query, to: actor, in: $0) }
    let engine = try measure(database, times: 40) { _ = try SearchIndex.countKeys(query, to: actor, upTo: 51, in: $0) }
    let best = try measure(database, times: 5) { _ = try SearchIndex.best(query, to: actor, in: $0) }
    let counted = try measure(database, times: 5) { _ = try SearchIndex.count(query, to: actor, in: $0) }
    let note = String(
      format: "engine %7.3f  best %7.2f  count %7.3f  slowest %6.2f  %@", engine.sum, best.sum, counted.sum,
      page.slowest,
      count.text)
    line("\(who): \(typed)", page, note)
    sum.add(page, of: queries.count)
    engineSum.add(engine, of: queries.count)
    bestSum.add(best, of: queries.count)
    slowest = max(slowest, page.slowest)
  }
  let note = String(format: "engine %7.3f  best %7.2f  slowest %6.2f", engineSum.sum, bestSum.sum, slowest)
  line("\(who): mean", sum, note)
  let list = try measure(database, times: 200) {
    _ = try $0.rows(Access.newest(kind: "incomingDocument", to: actor, limit: 51))
  }
  line("\(who): keys of 51 newest visible", list)
}
try await database.close()
