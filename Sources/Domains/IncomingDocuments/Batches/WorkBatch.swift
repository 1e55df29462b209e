import Kernel
import Notifications
import Work

/// One act on many documents at once (xử lý hàng loạt): asked with one form, done in a transaction for each.
struct WorkBatch: Sendable, Equatable {
  typealias ID = Identifier<WorkBatch>

  /// What can be done to many at once.
  enum Act: String, Sendable, CaseIterable {
    case accept, assign, present, complete, read, file
    /// Everything that a post holds, to another; asked for on a page of its own.
    case handOver

    /// The Vietnamese term.
    var label: String {
      switch self {
      case .accept: "Nhận việc"
      case .assign: "Phân công"
      case .present: "Trình"
      case .complete: "Hoàn thành"
      case .read: "Đã biết"
      case .file: "Lưu hồ sơ"
      case .handOver: "Bàn giao"
      }
    }

    /// What was done to those that went well: «Đã nhận việc».
    var done: String {
      switch self {
      case .read: "Đã biết"
      default: "Đã \(label.lowercased())"
      }
    }

    /// As it stands in the address.
    var address: String {
      switch self {
      case .accept: "nhan"
      case .assign: "phan-cong"
      case .present: "trinh"
      case .complete: "ket-qua"
      case .read: "da-biet"
      case .file: "luu-ho-so"
      case .handOver: "ban-giao"
      }
    }

    init?(address: String) {
      guard let act = Self.allCases.first(where: { $0.address == address }) else { return nil }
      self = act
    }

    /// What it gives can be taken back for a few seconds.
    var isSending: Bool { ![.accept, .file].contains(self) }

    /// What is left to do once it can be taken back no longer.
    var instead: String {
      self == .handOver ? "báo người nhận bàn giao lại" : "mở từng văn bản rồi «Thu hồi» kèm lý do"
    }

    /// The longest batch: of what is chosen in a list, or all that a post holds.
    var linesMax: Int { self == .handOver ? HandOverAll.countMax : WorkBatch.linesMax }
  }

  /// What the one form says for all of them.
  struct Order: Sendable, Equatable, Codable {
    struct Place: Sendable, Equatable, Codable {
      var key: String
      var role: String
      /// The last day, as ISO text; nil without a deadline.
      var due: String?
    }

    /// Instruction, proposal or result.
    var text = ""
    var places: [Place] = []

    init(text: String = "", places: [DirectedTo] = []) {
      self.text = text
      self.places = places.map { Place(key: $0.holder.text, role: $0.role.rawValue, due: $0.due?.isoText) }
    }

    var directed: [DirectedTo] {
      places.compactMap { place in
        guard let holder = HolderChoice(place.key), let role = WorkRole(rawValue: place.role) else { return nil }
        return DirectedTo(holder, role, due: place.due.flatMap { Day(isoText: $0) })
      }
    }

    /// Posts to whom documents are presented.
    var posts: [PostID] {
      directed.compactMap { place in
        guard case .post(let post) = place.holder else { return nil }
        return post
      }
    }
  }

  /// The longest batch of what is chosen in a list.
  static let linesMax = 200
  /// So many are done at once; more are done in the background, with progress.
  static let atOnceMax = 20
  /// How long its outcome is kept.
  static let kept = Duration.seconds(7 * 86_400)

  var id: ID
  var account: AccountID
  var post: PostID
  var act: Act
  var order: Order
  /// Where the person stood.
  var back: String
  var askedAt: Instant
  var finishedAt: Instant?
  var undoneAt: Instant?

  /// Until when all of it may be taken back.
  var undoneUntil: Instant? { act.isSending && undoneAt == nil ? finishedAt.map { $0 + Notifications.undoShown } : nil }
}

/// One document of a batch, and what became of it.
struct WorkBatchLine: Sendable, Equatable {
  enum State: String, Sendable, CaseIterable {
    case waiting, done, refused, undone

    /// The Vietnamese term.
    var label: String {
      switch self {
      case .waiting: "Đang chờ"
      case .done: "Đã làm"
      case .refused: "Không làm được"
      case .undone: "Đã hoàn tác"
      }
    }
  }

  var position: Int
  var target: WorkBatchTarget
  var state: State
  /// Why it was refused, or could not be undone.
  var reason: String
  var sending: Sending.ID?
}

/// What is chosen in a list: a piece of work on a document, or the document itself.
struct WorkBatchTarget: Hashable, Sendable {
  var document: IncomingDocument.ID
  var item: WorkItem.ID?

  /// `8.16` or `8`.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let document = parts.first.flatMap({ IncomingDocument.ID($0) }), parts.count <= 2 else { return nil }
    self.document = document
    guard parts.count == 2 else { return }
    guard let item = WorkItem.ID(parts[1]) else { return nil }
    self.item = item
  }

  init(_ document: IncomingDocument.ID, _ item: WorkItem.ID? = nil) {
    self.document = document
    self.item = item
  }

  var text: String { item.map { "\(document).\($0)" } ?? document.description }
}

extension WorkBatch.Act {
  /// What this actor may do to a document together with others, whoever works on it.
  static func allowed(_ document: IncomingDocument, _ actor: Actor) -> [WorkBatch.Act] {
    guard document.state == .registered, HandlingAccess.mayPresent(document, actor) else { return [] }
    return [.completed, .registered].contains(document.progress) ? [.present, .file] : [.present]
  }

  /// What this actor may do to a piece of work together with others, as the work stands.
  static func allowed(_ item: WorkItem, _ actor: Actor, on document: IncomingDocument? = nil) -> [WorkBatch.Act] {
    // Whoever led it files it when all of it is done.
    if item.role == .lead, item.state == .done, item.isHeld(by: actor), document?.progress == .completed {
      return [.file]
    }
    guard item.isOpen, item.state != .passedOn, item.isHeld(by: actor) else { return [] }
    switch item.kind {
    case .readIncoming: return [.read]
    case .proposeIncoming: return actor.isHeadOfOffice ? [.present] : []
    case .handleIncoming:
      var acts: [WorkBatch.Act] = item.state == .offered ? [.accept] : []
      if item.holder == .unit(actor.unit), actor.roles.contains(.unitHead) { acts.append(.assign) }
      return acts + [.complete]
    default: return []
    }
  }
}
