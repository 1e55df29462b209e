import FilePlans
import Kernel

/// What people write on the head of a dossier (metadata of ND30, Annex VI.II.III).
package struct DossierFacts: Sendable, Equatable {
  package static let titleLengthMax = 1000
  package static let noteLengthMax = 2000
  package static let keywordLengthMax = 100

  /// When it is due for the archive (HS-06).
  package enum Kind: String, Sendable, CaseIterable {
    case general, construction

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .general: "Hồ sơ công việc"
      case .construction: "Hồ sơ xây dựng cơ bản"
      }
    }
  }

  /// Chế độ sử dụng.
  package enum AccessMode: String, Sendable, CaseIterable {
    case open, conditional

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .open: "Công khai"
      case .conditional: "Có điều kiện"
      }
    }

    /// `mode` in an archive package.
    package var archiveCode: String { self == .open ? "01" : "02" }
  }

  package var title: String
  package var retention: RetentionPeriod
  package var kind: Kind
  package var mode: AccessMode
  package var startedOn: Day
  /// By when the matter is to be settled.
  package var dueOn: Day?
  package var keyword: String
  package var note: String

  package init(
    title: String, retention: RetentionPeriod, kind: Kind = .general, mode: AccessMode = .conditional, startedOn: Day,
    dueOn: Day? = nil, keyword: String = "", note: String = ""
  ) {
    self.title = title.normalizedLine
    self.retention = retention
    self.kind = kind
    self.mode = mode
    self.startedOn = startedOn
    self.dueOn = dueOn
    self.keyword = keyword.normalizedLine
    self.note = note.normalizedParagraphs
  }

  /// Everything that stands against it.
  package func obstacles(today: Day) -> [Refusal.Reason] {
    let name = DossierField.self
    var reasons: [Refusal.Reason] = []
    if title.isEmpty { reasons.append(.init("Nhập tiêu đề hồ sơ.", field: name.title)) }
    func tooLong(_ text: String, _ most: Int, _ field: String) {
      if text.count > most { reasons.append(.init("Dài quá \(most) ký tự.", field: field)) }
    }
    tooLong(title, Self.titleLengthMax, name.title)
    tooLong(keyword, Self.keywordLengthMax, name.keyword)
    tooLong(note, Self.noteLengthMax, name.note)
    if startedOn > today { reasons.append(.init("Ngày bắt đầu không thể ở tương lai.", field: name.startedOn)) }
    if let dueOn, dueOn < startedOn {
      reasons.append(.init("Hạn giải quyết không thể trước ngày bắt đầu.", field: name.dueOn))
    }
    return reasons
  }
}

/// Names of the inputs of dossiers' forms.
package enum DossierField {
  package static let title = "tieu-de"
  package static let notation = "so-ky-hieu"
  package static let retention = "thoi-han-bao-quan"
  package static let kind = "loai"
  package static let mode = "che-do-su-dung"
  package static let startedOn = "ngay-bat-dau"
  package static let endedOn = "ngay-ket-thuc"
  package static let dueOn = "han-giai-quyet"
  package static let keyword = "tu-khoa"
  package static let note = "ghi-chu"
  package static let maker = "nguoi-lap"
  package static let record = "van-ban"
  package static let dossier = "ho-so"
  package static let reason = "ly-do"
  package static let text = "noi-dung"
  package static let plan = "danh-muc"
  package static let search = "tim"
  package static let file = "tep"
  package static let item = "muc"
  package static let participant = "nguoi-tham-gia"
  package static let role = "vai-tro"
  package static let vouched = "da-xem"
  package static let reviewed = "da-ra-soat"
  package static let final = "ban-chinh-thuc"
  package static let line = "thanh-phan"
  package static let verdict = "viec"
  package static let source = "nguon"
  package static let need = "muc-do"
  package static let amount = "so-luong"
}
