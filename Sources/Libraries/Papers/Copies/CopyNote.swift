import Kernel

/// What a copy bears of itself: under its text when it is printed (form 3.1), at the head of its first page when it is
/// electronic (form 3.2; Decree 30/2020, Annex I part II, COPY-06, COPY-07).
package struct CopyNote: Sendable, Equatable {
  /// «SAO Y», «SAO LỤC», «TRÍCH SAO».
  package var title: String
  /// Of the agency that copies.
  package var agencyName: String
  /// «12/SY-TCĐC»; form 3.2 does not show it.
  package var codeText: String
  /// Địa danh.
  package var place: String
  package var madeAt: Instant
  /// «TL. TỔNG CỤC TRƯỞNG», «CHÁNH VĂN PHÒNG».
  package var signatureLines: [String]
  package var signerName: String
  package var recipients: [String]

  package init(
    title: String, agencyName: String, codeText: String, place: String, madeAt: Instant, signatureLines: [String],
    signerName: String, recipients: [String]
  ) {
    self.title = title
    self.agencyName = agencyName
    self.codeText = codeText
    self.place = place
    self.madeAt = madeAt
    self.signatureLines = signatureLines
    self.signerName = signerName
    self.recipients = recipients
  }

  /// «SAO Y; Tổng cục Địa chất; 05/11/2026; 14:03:22 +07:00».
  package var electronicLine: String {
    let clock = (madeAt.milliseconds / 1000 + 7 * 3600) % 86_400
    let time = [clock / 3600, clock / 60 % 60, clock % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(title); \(agencyName); \(madeAt.day.text); \(time.joined(separator: ":")) +07:00"
  }

  /// «Hà Nội, ngày 05 tháng 11 năm 2026»: days below ten and the first two months have a zero before them.
  package var placeAndDate: String {
    let day = madeAt.day.parts
    func padded(_ number: Int, below limit: Int) -> String { number < limit ? "0\(number)" : "\(number)" }
    return
      "\(place), ngày \(padded(day.day, below: 10)) tháng \(padded(day.month, below: 3)) năm \(day.year)"
  }
}

/// What is to be made of a document's pages.
package struct CopyWork: Sendable, Equatable {
  /// A band across a page that is extracted, in shares of its height from the upper edge.
  package struct Band: Sendable, Equatable {
    /// From 1.
    package var page: Int
    package var top: Double
    package var bottom: Double

    package init(page: Int, top: Double, bottom: Double) {
      self.page = page
      self.top = top
      self.bottom = bottom
    }

    var isWhole: Bool { top <= 0 && bottom >= 1 }
  }

  package var note: CopyNote
  /// Form 3.2 instead of 3.1.
  package var isElectronic: Bool
  /// Refused unless its pages are scans as COPY-05 asks.
  package var mustBeScan: Bool
  /// What is extracted, in its order; empty for the whole document.
  package var bands: [Band]

  package init(note: CopyNote, isElectronic: Bool, mustBeScan: Bool = false, bands: [Band] = []) {
    self.note = note
    self.isElectronic = isElectronic
    self.mustBeScan = mustBeScan
    self.bands = bands
  }
}

/// Why a copy cannot be made of a file.
package enum CopyTrouble: FileTrouble, Sendable, Equatable {
  case unfitScan([String])

  package func refusal(named name: String) -> Refusal {
    switch self {
    case .unfitScan(let faults):
      Refusal(.invalid, "Bản quét «\(name)» chưa đạt để sao sang văn bản điện tử. " + faults.joined(separator: " "))
    }
  }
}
