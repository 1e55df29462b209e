import FileVault
import Kernel

/// How far the reading of one file in a dossier is (đọc chữ của tài liệu trong hồ sơ).
package struct DossierReading: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    /// Not opened yet.
    case waiting
    case read
    /// There is nothing to read in it: sound, film, a photo without letters.
    case empty
    /// No tool can open it.
    case unreadable
  }

  package var item: DossierItem.ID
  /// 0 the file itself, from 1 those that belong to it.
  package var place: Int
  package var state: State
  /// Why it could not be read, or why there is nothing.
  package var trouble: String?
  package var pageCount: Int?
  /// The agency has said that what looks like a secrecy mark in it is none (MAT-05).
  package var isCleared = false
}

extension DossierReading {
  /// How an item stands, all its files together: the worst of them.
  static func worst(_ readings: [DossierReading]) -> DossierReading? {
    let order: [State] = [.unreadable, .waiting, .read, .empty]
    return order.lazy.compactMap { state in readings.first { $0.state == state } }.first
  }

  /// What stands beside the file on screen; empty when there is nothing to say.
  var words: String {
    switch state {
    case .waiting: "đang đọc"
    case .unreadable: "không đọc được" + (trouble.map { ": \($0)" } ?? "")
    case .read, .empty: ""
    }
  }
}

/// What reading found in one file.
struct OwnFileText: Sendable, Equatable {
  struct Page: Sendable, Equatable {
    /// From 1.
    var page: Int
    /// Of `PageText.Origin`.
    var origin: String
    var text: String
  }

  var state = DossierReading.State.empty
  var trouble: String?
  var pageCount: Int?
  var pages: [Page] = []
  /// Where a secrecy mark stands; nil when there is none.
  var markedPage: Int?
}
