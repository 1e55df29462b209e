import Database

/// Indexes that only reports walk.
enum ReportsMigrations {
  static let all = [
    Migration("2026-11-27-22 reports") { _ in
      [
        "DROP INDEX work_items_agency_open", "DROP INDEX work_items_reported",
        // Open work of an agency, oldest first: few at any time.
        "CREATE INDEX work_items_open_given ON work_items (agency_id, id) WHERE ended_at IS NULL",
        // Work given in a time, in its order, with everything that a figure asks of it.
        """
        CREATE INDEX work_items_reported ON work_items (agency_id, kind, given_at, id, role, unit_id, holder, state,
          due_at, ended_at, parent_id, subject_code, subject_number)
        """,
        "CREATE INDEX incoming_documents_arrived ON incoming_documents (agency_id, arrival_date, id, progress, state)",
      ]
    },
    // Documents numbered in a time, in the order of their numbering.
    Migration("2026-11-29-32 reports on outgoing documents") { _ in
      ["CREATE INDEX outgoing_documents_numbered ON outgoing_documents (agency_id, numbered_at, id)"]
    },
    // Drafts begun in a time, in that order.
    Migration("2026-12-01-10 reports on drafts") { _ in
      ["CREATE INDEX drafts_assigned ON drafts (agency_id, assigned_at, id)"]
    },
  ]
}
