import FilePlans
import Kernel

/// A template of dossiers (mẫu hồ sơ): what dossiers of one kind of work are expected to hold.
package struct DossierTemplate: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<DossierTemplate>

  package var id: ID
  package var agency: AgencyID
  /// The unit whose own it is; nil for one of the whole agency.
  package var unit: UnitID?
  package var facts: Facts
  package var addedAt: Instant
  package var addedBy: String
  /// When it was switched off; what was opened by it keeps its own list.
  package var endedAt: Instant?
  package var endedBy: String?
  package var version: Int

  package var isInUse: Bool { endedAt == nil }

  /// What people write of it.
  package struct Facts: Sendable, Equatable {
    package static let nameLengthMax = 200
    package static let useLengthMax = 500
    package static let contentsMax = 40

    package var name: String
    /// For which work it is meant.
    package var use: String
    /// The heading of the year's plan under which it is proposed; empty for none.
    package var heading: String
    /// What a dossier opened by it is proposed to be kept; nil when that is chosen each time.
    package var retention: RetentionPeriod?
    package var contents: [ExpectedContent]

    package init(
      name: String, use: String = "", heading: String = "", retention: RetentionPeriod? = nil,
      contents: [ExpectedContent]
    ) {
      self.name = name.normalizedLine
      self.use = use.normalizedLine
      self.heading = heading.normalizedLine
      self.retention = retention
      self.contents = contents
    }

    /// Everything that stands against it; reasons on a line of its contents stand at the field that `at` names for it.
    func obstacles(at line: (Int) -> String) -> [Refusal.Reason] {
      let field = DossierTemplateField.self
      var reasons: [Refusal.Reason] = []
      if name.isEmpty { reasons.append(.init("Nhập tên mẫu hồ sơ.", field: field.name)) }
      for (text, most, at) in [
        (name, Self.nameLengthMax, field.name), (use, Self.useLengthMax, field.use),
        (heading, FilePlanHeading.titleLengthMax, field.heading),
      ] where text.count > most {
        reasons.append(.init("Dài quá \(most) ký tự.", field: at))
      }
      if contents.isEmpty {
        reasons.append(.init("Mẫu chưa có thành phần nào: nhập ít nhất một.", field: line(0)))
      }
      if contents.count > Self.contentsMax {
        reasons.append(.init("Mẫu có nhiều nhất \(Self.contentsMax) thành phần."))
      }
      var names: Set<String> = []
      for (index, content) in contents.enumerated() {
        reasons += content.reasons(at: line(index))
        if !names.insert(content.name).inserted {
          reasons.append(.init("«\(content.name)» đã có ở trên.", field: line(index)))
        }
      }
      return reasons
    }
  }
}

/// Names of the inputs of templates' forms.
package enum DossierTemplateField {
  package static let name = "ten-mau"
  package static let use = "dung-khi"
  package static let heading = "de-muc"
  package static let retention = "thoi-han-bao-quan"
  package static let owner = "cua"
  package static let act = "viec"
  package static let lineCount = "so-dong"
  /// The template whose lines a new one begins with, or by which a dossier is opened.
  package static let template = "mau"

  /// Parts of one line.
  enum LinePart: String, CaseIterable {
    case name = "ten"
    case type = "loai"
    case direction = "nguon"
    case need = "muc-do"
    case amount = "so-luong"
    case place = "thu-tu"
  }

  static func line(_ part: LinePart, _ index: Int) -> String { "\(part.rawValue)-\(index)" }
}

extension RecordReference {
  /// A template of dossiers.
  static func dossierTemplate(_ id: DossierTemplate.ID) -> RecordReference {
    RecordReference(code: "dossierTemplate", number: id.number)
  }
}
