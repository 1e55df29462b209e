import Access
import Database
import Foundation
import Kernel
import SearchIndex

// measure-search DATABASE RECORDS SYLLABLES: fills an empty database (or takes a filled one) and measures searches
// and lists. CPU is that of this process and, on PostgreSQL, of the server's process that answers it.

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
}

func measure(_ database: any Database, times: Int, _ body: (any Transaction) throws -> Void) throws -> Figure {
  let server: Int32? = try database.readNow { transaction in
    guard transaction.engine == .postgres else { return nil }
    return Int32(try transaction.rows("SELECT pg_backend_pid() AS pid")[0].get("pid", as: Int.self))
  }
  for _ in 0..<2 { try database.readNow(body) }
  var figure = Figure()
  let clock = ContinuousClock()
  let before = Usage.now(server: server)
  for _ in 0..<times {
    let took = try clock.measure { try database.readNow(body) }
    figure.slowest = max(
      figure.slowest, Double(took.components.attoseconds) / 1e15 + Double(took.components.seconds) * 1e3)
  }
  let after = Usage.now(server: server)
  figure.mean = (after.own - before.own) / Double(times)
  figure.serverMean = (after.server - before.server) / Double(times)
  return figure
}

func line(_ name: String, _ figure: Figure, _ note: String = "") {
  let padded = name.padding(toLength: 44, withPad: " ", startingAt: 0)
  print(
    padded,
    String(format: "%8.3f %8.3f %8.3f  %@", figure.mean, figure.serverMean, figure.mean + figure.serverMean, note))
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let records = Int(arguments[2]), let syllables = Int(arguments[3]) else {
  print("usage: measure-search DATABASE RECORDS SYLLABLES")
  exit(64)
}
let database = try DatabaseAddress(arguments[1]).open()
let schema = SearchIndexMigrations.all + AccessMigrations.all
if try !Migrator(schema).migrate(database).isEmpty {
  var body = GeneratedBody()
  let before = Usage.now(server: nil)
  let took = try ContinuousClock().measure {
    try body.fill(database, records: records, textSyllables: syllables)
  }
  let used = Usage.now(server: nil).own - before.own
  print("filled \(records) records in \(took), \(Int(used)) ms CPU of this process")
  if database.engine == .postgres {
    try database.writeNow { transaction in
      for table in ["search_words", "search_entries", "search_texts", "access_grants"] {
        try transaction.run(SQL(stringLiteral: "ANALYZE \(table)"))
      }
    }
  }
}
let clerk = person(post: PostID(999), roles: [.registryClerk])
let officer = person(post: GeneratedBody.officer, roles: [.officer])
let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../queries.txt")
let queries = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
print("milliseconds CPU per call: own, server, sum; page of 50 newest")
for (who, actor) in [("clerk", clerk), ("officer", officer)] {
  var sum = Figure()
  for typed in queries {
    let query = SearchQuery(String(typed))
    let count = try database.readNow { try SearchIndex.count(query, to: actor, in: $0) }
    let page = try measure(database, times: 40) { _ = try SearchIndex.search(query, to: actor, in: $0) }
    let counted = try measure(database, times: 20) { _ = try SearchIndex.count(query, to: actor, in: $0) }
    let note = String(
      format: "count %7.3f  slowest %6.2f  %@", counted.mean + counted.serverMean, page.slowest, count.text)
    line("\(who): \(typed)", page, note)
    sum.mean += page.mean / Double(queries.count)
    sum.serverMean += page.serverMean / Double(queries.count)
  }
  line("\(who): mean", sum)
  let list = try measure(database, times: 200) {
    _ = try $0.rows(Access.newest(kind: GeneratedBody.code, to: actor, limit: 51))
  }
  line("\(who): keys of 51 newest visible", list)
}
try await database.close()
