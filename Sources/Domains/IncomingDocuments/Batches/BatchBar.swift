import Markup

/// Choosing several rows of a list and doing one thing to all of them. The boxes stand in the rows and belong to the
/// bar's form; without script every act of the page is offered, with it those that all chosen rows allow.
struct BatchBar {
  /// What a row offers to be chosen for.
  struct Choice {
    var target: WorkBatchTarget
    var acts: [WorkBatch.Act]
    /// What the box says to the ear: «Số đến 1247».
    var label: String
  }

  /// In the order of `WorkBatch.Act`.
  var acts: [WorkBatch.Act]
  /// Address of this list, to come back to.
  var back: String
  /// The same list with every row chosen.
  var allPath: String
  /// The same list with as many rows as one batch takes; nil where all are shown.
  var longPath: String?

  static let formID = "chon"
  /// In the address: every row is chosen.
  static let allName = "chon"
  static let allValue = "het"

  /// The keys that its acts are pressed by.
  var keys: [String] { acts.map(\.key) }

  init(_ choices: [Choice], back: String, allPath: String, longPath: String? = nil) {
    acts = WorkBatch.Act.allCases.filter { act in choices.contains { $0.acts.contains(act) } }
    self.back = back
    self.allPath = allPath
    self.longPath = longPath
  }

  /// The list at an address with every row chosen.
  static func all(of path: String) -> String {
    path + (path.contains("?") ? "&" : "?") + "\(allName)=\(allValue)"
  }

  var html: HTML {
    guard !acts.isEmpty else { return .empty }
    let buttons = acts.map { act in
      """
      <span data-batch-act="\(act.address)">\(Button(act.label, name: WorkBatchPage.actName, value: act.address, key: act.key).html)</span>
      """ as HTML
    }
    let long: HTML = longPath.map { "<a href=\"\($0)\">Hiện tới \(WorkBatch.linesMax) dòng</a>" } ?? .empty
    return """
      <form id="\(Self.formID)" class="batch-bar" method="get" action="\(WorkBatchPaths.batches)" data-batch aria-label="Làm với các dòng đã chọn">\
      <input type="hidden" name="\(UndoNotice.backName)" value="\(back)">\
      <span class="batch-chosen" data-batch-count role="status">Chọn các dòng, rồi bấm việc cần làm:</span>\
      <span class="batch-acts">\(buttons)</span><span class="batch-all"><a href="\(allPath)" data-batch-all>Chọn cả trang</a>\(long)</span></form>
      """
  }

  static func box(_ choice: Choice, isChosen: Bool) -> HTML {
    """
    <label class="pick"><input type="checkbox" form="\(formID)" name="\(WorkBatchPage.targetName)" \
    value="\(choice.target.text)" data-acts="\(choice.acts.map(\.address).joined(separator: " "))"\
    \(HTML.flag("checked", isChosen))><span class="for-ear">Chọn \(choice.label)</span></label>
    """
  }
}

extension WorkBatch.Act {
  /// The key that presses it, the same as for a single row.
  var key: String {
    switch self {
    case .accept: "a"
    case .assign, .present: "c"
    case .complete, .read: "e"
    case .file: "l"
    // No row of a list offers it.
    case .handOver: ""
    }
  }
}
