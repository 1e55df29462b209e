import Kernel

/// A table of how long dossiers are kept (bảng thời hạn lưu trữ, LT-07), as its issuer laid it down on a day.
package struct RetentionSchedule: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<RetentionSchedule>

  package var id: ID
  package var agency: AgencyID
  package var facts: Facts
  package var ruleCount: Int
  package var addedAt: Instant
  package var addedBy: String
  package var endedAt: Instant?
  package var endedBy: String?
  package var version: Int

  /// What is said of it as a whole.
  package struct Facts: Sendable, Equatable, Codable {
    /// «Bảng thời hạn lưu trữ hồ sơ ngành tài nguyên».
    package var name: String
    /// «Bộ Tài nguyên».
    package var issuer: String
    /// Number and symbol of what issued it.
    package var decisionCode: String
    /// `yyyy-MM-dd`.
    package var effectiveText: String

    package var effectiveOn: Day? { Day(isoText: effectiveText) }

    package init(name: String, issuer: String, decisionCode: String, effectiveOn: Day?) {
      self.name = name.normalizedLine
      self.issuer = issuer.normalizedLine
      self.decisionCode = decisionCode.normalizedLine
      effectiveText = effectiveOn?.isoText ?? ""
    }

    static let lengthMax = 300

    /// Everything that is wrong with it.
    func obstacles() -> [Refusal.Reason] {
      var reasons: [Refusal.Reason] = []
      let texts = [
        ("tên bảng", name, RetentionField.name), ("cơ quan ban hành", issuer, RetentionField.issuer),
        ("số, ký hiệu văn bản ban hành", decisionCode, RetentionField.decisionCode),
      ]
      for (what, text, field) in texts {
        if text.isEmpty { reasons.append(.init("Nhập \(what).", field: field)) }
        if text.count > Self.lengthMax { reasons.append(.init("Dài nhất \(Self.lengthMax) ký tự.", field: field)) }
      }
      if effectiveOn == nil {
        reasons.append(.init("Nhập ngày có hiệu lực, ví dụ 1/7/2026.", field: RetentionField.effectiveOn))
      }
      return reasons
    }
  }
}

/// One row of it: a kind of dossier and its term.
package struct RetentionRule: Sendable, Equatable {
  /// Its order in the table, from 1.
  package var place: Int
  /// «Tài liệu tổ chức cán bộ».
  package var group: String
  package var title: String
  package var retention: RetentionPeriod
  package var note: String

  package init(place: Int, group: String, title: String, retention: RetentionPeriod, note: String = "") {
    self.place = place
    self.group = group
    self.title = title
    self.retention = retention
    self.note = note
  }
}

/// Names of the fields of its forms.
package enum RetentionField {
  package static let name = "ten"
  package static let issuer = "co-quan"
  package static let decisionCode = "so-van-ban"
  package static let effectiveOn = "hieu-luc"
  package static let search = "tim"
  /// A proposed term that was pressed.
  package static let chosen = "thoi-han-chon"
}

extension RecordReference {
  /// A table of retention.
  static func retentionSchedule(_ id: RetentionSchedule.ID) -> RecordReference {
    RecordReference(code: "retentionSchedule", number: id.number)
  }
}
