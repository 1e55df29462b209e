/// What a trial run found. Nothing of it is written by the run itself.
struct TrialOutcome: Sendable, Equatable {
  /// Kept problems, and kept changes.
  static let problemsMax = 100_000

  var counts = ImportBatch.Counts()
  /// The first `problemsMax`, in the order of rows.
  var problems: [RowProblem] = []
  /// Places of rows that may be entered, in the order in which they are.
  var plan: [RowPlace] = []
  /// Rows that look like something that is there.
  var duplicates: Set<Int> = []
  /// Rows that bear a secrecy mark.
  var secretRows: [Int] = []
  /// Some row names a file.
  var hasFiles = false
  /// What would be added and changed, and the changes as sentences; of lists of the body.
  var tally: OrganizationTally?
  var changes: [RowChange] = []
}

/// What is wrong with a row, at its field.
struct RowProblem: Sendable, Equatable {
  var place: RowPlace
  /// Name of the field; nil for the row as a whole.
  var field: String?
  var message: String
}

/// What a row would change of something that is there.
struct RowChange: Sendable, Equatable {
  var row: Int
  var sentence: String
}
