import Audit
import Database
import Kernel

/// Fills the directory from a list, by `chauban import agencies`. May be run again: what is known is not doubled.
///
/// The first line names the columns. Recognised:
///
/// | column | meaning |
/// |---|---|
/// | `name` (needed) | the agency's name |
/// | `code`, `code_qd20_derived`, `domain_new` | identifier of QĐ 20/2020 |
/// | `code_qcvn102`, `organ_id` | identifier of QCVN 102:2016 |
/// | `other_names_for_same_code` | further names, parted by `;` or `|` |
/// | `group`, `parent` | where it belongs |
///
/// A line is the same agency as one known when identifier or name agree; its other name becomes an alias and its
/// missing identifier is filled in.
package struct ImportOutsideAgencies: Sendable {
  package struct Outcome: Sendable, Equatable {
    package var added = 0
    /// Known before, and something was learnt: an identifier or an alias.
    package var completed = 0
    package var unchanged = 0
    /// Lines that could not be taken, with the reason. The first line of data is 2.
    package var refused: [(line: Int, reason: String)] = []

    package static func == (one: Self, other: Self) -> Bool {
      one.added == other.added && one.completed == other.completed && one.unchanged == other.unchanged
        && one.refused.map(\.line) == other.refused.map(\.line)
    }
  }

  private let entries: [OutsideAgencyLine]
  private let refused: [(line: Int, reason: String)]

  /// Refuses a list without a `name` column or without lines.
  package init(rows: [[String]]) throws(Refusal) {
    guard let heading = rows.first.map(OutsideAgencyLine.Heading.init), heading.hasName else {
      throw Refusal(.invalid, "Tệp cần có dòng đầu ghi tên cột, trong đó có cột «name».")
    }
    var entries: [OutsideAgencyLine] = []
    var refused: [(line: Int, reason: String)] = []
    for (index, row) in rows.enumerated().dropFirst() {
      let line = OutsideAgencyLine(row, heading)
      let reasons = line.reasons
      if reasons.isEmpty { entries.append(line) } else { refused.append((index + 1, reasons.joined(separator: " "))) }
    }
    self.entries = entries
    self.refused = refused
  }

  /// Done by a command of the program, without a person: the audit says so.
  package func performAsSystem(in transaction: any Transaction) throws -> Outcome {
    let store = OutsideAgencyStore(transaction)
    var outcome = Outcome(refused: refused)
    for entry in entries {
      switch try Self.take(entry, store) {
      case .added: outcome.added += 1
      case .completed: outcome.completed += 1
      case .unchanged: outcome.unchanged += 1
      }
    }
    try Audit.recordSystem(
      .outsideAgenciesImported(added: outcome.added, completed: outcome.completed), in: transaction)
    return outcome
  }

  private enum Fate { case added, completed, unchanged }

  private static func take(_ entry: OutsideAgencyLine, _ store: OutsideAgencyStore) throws -> Fate {
    var byCode: OutsideAgency?
    for code in [entry.code, entry.legacyCode].compactMap(\.self) where byCode == nil {
      byCode = try store.find(code: code)
    }
    guard let known = try byCode ?? store.recognise(entry.name) else {
      let id = try store.add(
        name: entry.name, code: entry.code, legacyCode: entry.legacyCode, parentHint: entry.parentHint)
      for alias in entry.aliases { try store.addAlias(alias, to: id) }
      return .added
    }
    var isCompleted = try store.fillCodes(of: known, code: entry.code, legacyCode: entry.legacyCode)
    for name in [entry.name] + entry.aliases where try store.addAlias(name, to: known.id) { isCompleted = true }
    return isCompleted ? .completed : .unchanged
  }
}

/// One line of such a list.
struct OutsideAgencyLine: Sendable {
  var name: String
  var code: String?
  var legacyCode: String?
  var parentHint: String
  var aliases: [String]

  /// Where each meaning stands.
  struct Heading {
    private let columns: [String: Int]

    init(_ row: [String]) {
      let names = row.map { $0.normalizedLine.lowercased() }
      columns = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var hasName: Bool { columns["name"] != nil }

    func value(_ names: [String], in row: [String]) -> String? {
      names.lazy.compactMap { columns[$0] }.filter { $0 < row.count }.map { row[$0].normalizedLine }
        .first { !$0.isEmpty && $0.lowercased() != "null" }
    }
  }

  init(_ row: [String], _ heading: Heading) {
    name = heading.value(["name"], in: row) ?? ""
    code = heading.value(["code", "code_qd20_derived", "domain_new"], in: row)
    legacyCode = heading.value(["code_qcvn102", "organ_id"], in: row)
    parentHint = heading.value(["parent", "group"], in: row) ?? ""
    aliases = (heading.value(["other_names_for_same_code"], in: row) ?? "")
      .split { $0 == ";" || $0 == "|" }.map { String($0).normalizedLine }.filter { !$0.isEmpty }
  }

  var reasons: [String] {
    AddOutsideAgency(name: name, code: code ?? "", legacyCode: legacyCode ?? "").obstacles().map(\.message)
  }
}

extension AuditEvent {
  static func outsideAgenciesImported(added: Int, completed: Int) -> AuditEvent {
    AuditEvent(
      code: "outsideAgency.imported",
      sentence: "nhập danh mục cơ quan ngoài: thêm \(added), bổ sung \(completed)")
  }
}
