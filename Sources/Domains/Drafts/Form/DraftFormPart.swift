import Documents
import Kernel
import Markup

/// What the form check says of a draft's newest version, as a part of its page and of the forms before the signature.
struct DraftFormPart {
  /// What it is about: «bản 2».
  var versionNumber: Int
  var findings: [FormFinding] = []
  /// While it is being looked at.
  var progress: ProgressLine?
  var livePath: String?
  /// Why it could not be looked at; empty for nothing.
  var trouble = ""
  /// For a version that nobody had looked at: has it done.
  var ask: HTML = .empty
  /// Read at once by whoever has to mend or judge it.
  var isOpen = false

  /// More than these stand folded on a page that has other things to say.
  static let openMax = 5

  /// The element that is fetched anew when the check is done.
  static let id = "the-thuc"

  /// Findings of the version itself, and what the table of who may sign says.
  ///
  /// - Parameter isJudged: it stands before whoever judges the form: open, however long.
  init(_ check: DraftFormCheck?, power: FormFinding?, of draft: Draft, isMended: Bool = false, isJudged: Bool = false) {
    versionNumber = draft.latestVersion
    findings = [power].compactMap(\.self) + (check?.findings ?? [])
    isOpen = isJudged || isMended && findings.count <= Self.openMax
    trouble = check?.trouble ?? ""
    guard let check, check.isPending else { return }
    progress = ProgressLine(key: "the-thuc-\(check.file)", text: "Đang kiểm tra thể thức", value: nil, max: 1)
    livePath = DraftPaths.formProgress(draft.id)
  }

  init(versionNumber: Int) { self.versionNumber = versionNumber }

  var html: HTML {
    """
    <section class="sheet-block" id="\(Self.id)"\(HTML.attribute("data-live", livePath))><h2>Thể thức bản \(versionNumber)</h2>\
    \(progress.map { "<p>\($0.html)</p>" as HTML })\(told)\(ask)</section>
    """
  }

  private var told: HTML {
    if !trouble.isEmpty { return Notice(.caution, "Chưa kiểm tra được: \(trouble)").html }
    if findings.isEmpty {
      return .when(progress == nil && ask.isEmpty, "<p class=\"hint\">Không thấy điều gì cần sửa.</p>")
    }
    let part = FormFindingsPart(findings)
    return """
      <details class="form-findings"\(HTML.flag("open", isOpen))><summary>\(part.summary)</summary>\(part.list)\
      <p class="hint">Máy chỉ góp ý, không chặn việc trình. Người kiểm tra thể thức quyết định.</p></details>
      """
  }
}
