import Kernel
import VietnameseText

/// A place that a directory knows.
package enum KnownPlace: Sendable, Hashable {
  /// A unit of the sending agency itself.
  case unit(UnitID)
  /// Another agency of the installation.
  case agency(AgencyID)
  case outside(OutsideAgency.ID)

  /// What is said of it beside its name.
  var label: String {
    switch self {
    case .unit: "đơn vị của cơ quan"
    case .agency: "cơ quan trong hệ thống"
    case .outside: "danh mục cơ quan ngoài"
    }
  }
}

/// What makes two names one place: where the directory finds them, else the name itself however it is written.
package enum PlaceKey: Sendable, Hashable {
  case known(KnownPlace)
  case named(String)

  package init(_ place: KnownPlace?, _ name: String) {
    self = place.map(PlaceKey.known) ?? .named(Folding.folded(name))
  }
}

/// Many places that are named by one line.
package enum PlaceGroup: String, Sendable, CaseIterable {
  /// Every agency below one's own, at any depth.
  case below = "noi-nhan-truc-thuoc"
  /// Every unit of the agency.
  case units = "noi-nhan-don-vi"

  /// As it stands on a line of «Nơi nhận» until it is saved.
  package var label: String {
    switch self {
    case .below: "Tất cả đơn vị trực thuộc"
    case .units: "Tất cả đơn vị trong cơ quan"
    }
  }

  /// What its members are called, for their count.
  var members: String {
    switch self {
    case .below: "cơ quan cấp dưới"
    case .units: "đơn vị"
    }
  }

  init?(named name: String) {
    guard let group = Self.allCases.first(where: { $0.label.lowercased() == name.lowercased() }) else { return nil }
    self = group
  }
}
