import Database
import Foundation

/// How an engine means to answer a statement, and what in it would grow with the body of documents.
struct QueryPlan {
  /// Tables that grow with every document.
  static let growing: Set<String> = [
    "access_grants", "directive_files", "draft_approvals",
    "draft_checks", "draft_form_checks", "draft_readers", "draft_opinions", "draft_opinion_comments", "draft_files",
    "draft_recipients",
    "draft_steps", "draft_versions", "drafts", "fired_rules", "paper_copies", "paper_moves", "returned_papers",
    "document_relations", "packet_contents", "packet_files", "packets", "reply_requests", "outgoing_documents",
    "outgoing_files", "outgoing_recipients", "outgoing_stampings", "outgoing_texts", "document_copies",
    "report_collections", "sheet_answers", "sheet_sendings", "dossiers", "dossier_items", "dossier_notes",
    "dossier_participants", "dossier_visits", "dossier_right_changes", "dossier_expectations", "dossier_pairings",
    "dossier_readings", "dossier_texts", "handovers", "handover_lines",
    "archive_transfers",
    "archive_transfer_lines", "dossier_holds", "dossier_papers", "dossier_paper_moves", "dossier_loans",
    "disposal_lines", "disposal_reviews", "legal_holds", "legal_hold_dossiers",
    "file_plan_entries",
    "unit_book_entries", "audit_entries", "access_periods", "incoming_documents", "incoming_files",
    "incoming_texts", "notifications", "reception_notices",
    "register_entries", "search_entries", "search_texts", "search_words", "stored_files", "work_deadline_changes",
    "work_extensions", "work_follows", "work_items", "work_moves", "work_notes", "work_urgings",
  ]

  /// What reads or sorts all of a growing table.
  private(set) var complaints: [String] = []

  init(of statement: SQL, in transaction: any Transaction) throws {
    switch transaction.engine {
    case .sqlite: try readSQLite(transaction.rows("EXPLAIN QUERY PLAN \(statement)"))
    case .postgres:
      let text = try Self.postgresPlan(of: statement, in: transaction)
      guard let plans = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]],
        let plan = plans.first?["Plan"] as? [String: Any]
      else {
        complaints.append("no plan: \(text)")
        return
      }
      readPostgres(plan, isLimited: false, isSorted: false)
    }
  }

  /// As the server runs it: planned once on a connection, for all values.
  private static func postgresPlan(of statement: SQL, in transaction: any Transaction) throws -> String {
    let text = statement.pieces.dropFirst().enumerated().reduce(statement.pieces[0]) {
      $0 + "$\($1.offset + 1)" + $1.element
    }
    let nothing =
      statement.values.isEmpty ? "" : "(" + statement.values.map { _ in "NULL" }.joined(separator: ", ") + ")"
    // What nothing fills here would be read whole whatever its indexes: there it is asked whether an index can serve.
    let isUnfilled = [
      "outgoing_documents", "outgoing_recipients", "packets", "drafts", "document_relations", "reply_requests",
      "document_copies", "report_collections", "sheet_answers", "sheet_sendings", "dossiers",
      "dossier_items", "dossier_notes", "dossier_participants", "dossier_visits", "dossier_right_changes",
      "dossier_expectations", "dossier_pairings", "dossier_readings", "dossier_texts", "handovers", "handover_lines",
      "archive_transfers", "archive_transfer_lines", "dossier_holds", "work_follows", "dossier_papers",
      "dossier_paper_moves", "dossier_loans",
      "disposal_lines", "disposal_reviews", "legal_holds", "legal_hold_dossiers",
      "file_plan_entries", "access_periods",
    ].contains { text.contains($0) }
    if isUnfilled { try transaction.run("SET LOCAL enable_seqscan = off") }
    defer { if isUnfilled { _ = try? transaction.run("SET LOCAL enable_seqscan = on") } }
    try transaction.run(SQL(stringLiteral: "PREPARE asked AS \(text)"))
    defer { _ = try? transaction.run("DEALLOCATE asked") }
    return try transaction.rows(SQL(stringLiteral: "EXPLAIN (FORMAT JSON) EXECUTE asked\(nothing)"))[0].get(
      "QUERY PLAN")
  }

  /// A line each: `SCAN access_grants`, `SEARCH incoming_documents USING INTEGER PRIMARY KEY (rowid=?)`, a sort as a
  /// line beside what it sorts.
  private mutating func readSQLite(_ rows: [Row]) throws {
    let lines = try rows.map {
      (parent: try $0.get("parent", as: Int.self), detail: try $0.get("detail", as: String.self))
    }
    for line in lines {
      let words = line.detail.split(separator: " ").map(String.init)
      guard words.count > 1, Self.growing.contains(words[1]) else { continue }
      // The index of words stops at the limit by itself.
      let isMatch = line.detail.contains("VIRTUAL TABLE INDEX") && line.detail.contains("M")
      if words[0] == "SCAN", !isMatch { complaints.append(line.detail) }
      let isSorted = lines.contains { $0.parent == line.parent && $0.detail.hasPrefix("USE TEMP B-TREE FOR ORDER BY") }
      if words[0] == "SEARCH", isSorted, !line.detail.contains("rowid=?") {
        complaints.append("sorted: \(line.detail)")
      }
    }
  }

  private mutating func readPostgres(_ node: [String: Any], isLimited: Bool, isSorted: Bool) {
    let kind = node["Node Type"] as? String ?? ""
    let table = node["Relation Name"] as? String ?? ""
    if Self.growing.contains(table) {
      // Rows found through a bitmap of keys say their condition again.
      let condition = node["Index Cond"] as? String ?? node["Recheck Cond"] as? String ?? ""
      let isWhole = condition.isEmpty && kind != "Bitmap Heap Scan" && kind != "Tid Scan"
      if kind == "Seq Scan" || (isWhole && !isLimited) { complaints.append("\(kind) of all of \(table)") }
      // A few rows by their keys may be sorted, and the words of one stretch of the index.
      let isFew = table == "search_words" || condition.contains(#/\b(id|record_number|subject_number|file_id) = /#)
      if isSorted, !isFew { complaints.append("sorted: \(kind) of \(table) \(condition)") }
    }
    let limited = isLimited || kind == "Limit"
    // A sort reads all that lies below it, up to the next limit.
    let sorted = kind == "Limit" ? false : isSorted || kind == "Sort"
    for below in node["Plans"] as? [[String: Any]] ?? [] {
      readPostgres(below, isLimited: kind == "Sort" ? false : limited, isSorted: sorted)
    }
  }
}
