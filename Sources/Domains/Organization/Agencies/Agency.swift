import Foundation
import Kernel

/// Of Decision 20/2020.
private let identifierForm = Pattern(/[A-Y][0-9]{2}(\.[A-Z0-9]+)*/)
/// Of QCVN 102:2016.
private let legacyIdentifierForm = Pattern(/[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}/)

/// A tier of agencies (cấp cơ quan): Tổng cục, Cục, Chi cục, Trung tâm… Installations name their own.
package struct AgencyTier: Sendable, Equatable, Identifiable {
  package let id: AgencyTierID
  package var name: String
  package var sortOrder: Int
  package var version: Int

  package init(id: AgencyTierID, name: String, sortOrder: Int, version: Int = 1) {
    self.id = id
    self.name = name
    self.sortOrder = sortOrder
    self.version = version
  }
}

/// Key of a tier (cấp): ministry, general department, department …
package typealias AgencyTierID = Identifier<AgencyTier>

/// An agency (cơ quan, tổ chức): has its own seal, registry clerk and registers.
package struct Agency: Sendable, Equatable, Identifiable {
  package let id: AgencyID
  /// The superior agency of this installation.
  package var parent: AgencyID?
  package var tier: AgencyTierID
  package var tierName: String
  /// The name on the day that was asked for.
  package var name: String
  /// As used in running text and lists; equals `name` when there is none.
  package var shortName: String
  /// As used in the symbol of documents: `TCĐC`.
  package var abbreviation: String
  /// Place before the date of documents (địa danh).
  package var placeName: String
  /// Name of a superior outside this installation, for the letterhead; empty when `parent` is the superior.
  package var outsideSuperiorName: String
  /// Identifier by QĐ 20/2020 (MD-01).
  package var organIdentifier: String?
  /// Identifier of the older format, 13 characters (MD-02). Never derived from the other.
  package var legacyOrganCode: String?
  package var sortOrder: Int
  package var openedOn: Day
  /// First day on which it no longer is.
  package var closedOn: Day?
  package var version: Int

  package func isOpen(on day: Day) -> Bool { closedOn.map { day < $0 } ?? true }
}

/// Identifiers of agencies, as the law writes them.
package enum OrganIdentifier {
  /// A letter A–Y and two digits, then groups of capitals and digits after dots; at most 35 characters (MD-01).
  package static func isValid(_ text: String) -> Bool {
    text.utf8.count <= 35 && text.wholeMatch(of: identifierForm.regex) != nil
  }

  /// Four groups of the older format: `000.00.00.G13` (MD-02).
  package static func isValidLegacy(_ text: String) -> Bool {
    text.wholeMatch(of: legacyIdentifierForm.regex) != nil
  }
}

/// One name or identifier of a thing, and the day from which it counts.
package struct DatedName: Sendable, Equatable {
  package var name: String
  package var shortName: String
  package var validFrom: Day

  package init(name: String, shortName: String = "", validFrom: Day) {
    self.name = name
    self.shortName = shortName
    self.validFrom = validFrom
  }
}

/// The identifiers an agency had from a day on.
package struct DatedIdentifiers: Sendable, Equatable {
  package var organIdentifier: String?
  package var legacyOrganCode: String?
  package var validFrom: Day
}
