import Database
import Foundation
import IncomingDocuments
import Kernel
import Organization
import Work

// measure-work DATABASE: over what `chauban generate` has filled, gives one officer five hundred open things, then times
// directives to two hundred recipients, and documents issued to a hundred agencies of the installation, each one durable
// act. What it makes stays, and is used again the next time.

let openWanted = 500
let recipientsWanted = 200
let repeats = 7

guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("measure-work DATABASE\n".utf8))
  exit(2)
}
let database = try DatabaseAddress(CommandLine.arguments[1]).open(as: .command, clock: SystemClock())

/// Documents of the leader's agency that nobody has been asked about.
func unpresented(_ count: Int) throws -> [IncomingDocument.ID] {
  try database.readNow { transaction in
    try transaction.rows(
      """
      SELECT id FROM incoming_documents
      WHERE agency_id = \(Cast.leader.agency) AND progress = 'registered' AND state = 'registered'
      AND (registered_at + 25200000) % 86400000 <> 0 ORDER BY id LIMIT \(count)
      """
    ).map { try $0.get("id") }
  }
}

/// Posts of the agency's units, as many as are wanted; those that are missing are opened.
func recipients() throws -> [PostID] {
  try database.writeNow { transaction in
    let store = OrganizationStore(transaction)
    let administrator = Cast.administrator
    var posts = try store.posts(in: ExampleBody.scienceUnit).map(\.id)
    for index in posts.count..<max(posts.count, recipientsWanted) {
      let person = try AddPerson(agency: administrator.agency, fullName: "Người Đo Thử \(index)").perform(
        by: administrator, in: transaction)
      posts.append(
        try OpenPost(
          person: person, unit: ExampleBody.scienceUnit, details: PostDetails(title: "Chuyên viên"),
          roles: [.officer], startedOn: transaction.now.day
        ).perform(by: administrator, in: transaction))
    }
    return Array(posts.prefix(recipientsWanted))
  }
}

func fillInbox() throws {
  let held = try database.readNow {
    try WorkStore($0).counts(of: Cast.officerInCharge)[.mine]
  }
  guard held < openWanted else { return }
  for document in try unpresented(openWanted - held) {
    try database.writeNow { transaction in
      let due = transaction.now.day + Int(document.number % 20)
      _ = try GiveDirective(
        document, text: "Xem xét, giải quyết",
        places: [DirectedTo(.post(Cast.officerInCharge.post), .lead, due: due)]
      ).perform(by: Cast.leader, in: transaction)
    }
  }
}

func cpuMilliseconds() -> Double { Double(clock()) * 1000 / Double(CLOCKS_PER_SEC) }

/// Times each act, and prints «NAME: median … ms slowest … ms CPU … ms».
func measure<Subject>(_ name: String, _ subjects: [Subject], _ act: (Subject) throws -> Void) rethrows {
  var (took, cpu): ([Double], [Double]) = ([], [])
  for subject in subjects {
    let (began, used) = (ContinuousClock.now, cpuMilliseconds())
    try act(subject)
    let time = ContinuousClock.now - began
    took.append(Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15)
    cpu.append(cpuMilliseconds() - used)
  }
  // The first fills caches that the server has warm.
  let (times, works) = (took.dropFirst().sorted(), cpu.dropFirst().sorted())
  print(
    String(
      format: "%@: median %.1f ms slowest %.1f ms CPU %.1f ms", name, times[times.count / 2], times[times.count - 1],
      works[works.count / 2]))
}

do {
  try fillInbox()
  let places = try recipients().enumerated().map { index, post in
    DirectedTo(.post(post), index == 0 ? .lead : index < 20 ? .coordinate : .inform)
  }
  try measure("directive to \(places.count)", try unpresented(repeats)) { document in
    try database.writeNow { transaction in
      _ = try GiveDirective(document, text: "Các đơn vị thực hiện, báo cáo trước cuối tháng", places: places).perform(
        by: Cast.leader, in: transaction)
    }
  }
  let issuing = Issuing(database: database)
  let names = try issuing.agencies()
  let numbered = try (1...repeats).map { try issuing.numbered(to: names, $0) }
  try measure("issue to \(names.count)", numbered) { try issuing.issue($0) }
  try database.closeNow()
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
