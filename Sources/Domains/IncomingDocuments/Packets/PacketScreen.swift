import Database
import Documents
import Exchange
import FileVault
import Kernel
import Markup
import Organization
import Papers
import Registers
import WorkCalendar

/// Gathers what the page of a packet shows, in one snapshot.
struct PacketScreen: Sendable {
  var packet: Packet
  var content: IssuedContent
  var sender: String
  var matches: [DuplicateCheck.Match]
  var typeName: String
  var books: [String]
  var nextNumber: NextNumber?
  var deadline: DeadlineMark?
  /// Forms for reports that it came with.
  var sheets: [CollectedSheet] = []
  /// The next one in the intake.
  var following: Packet.ID?
  var superseded: [SupersededCopy] = []
  /// What was tried and refused.
  var refused: (act: IncomingDocumentPaths.PacketAct, input: FormInput)?

  static func read(_ id: Packet.ID, by actor: Actor, in transaction: any Transaction) throws -> PacketScreen {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    let store = PacketStore(transaction)
    let packet = try store.find(id, visibleTo: actor)
    let content = try store.content(of: packet)
    let others = try store.waiting(visibleTo: actor).filter { $0.id != id }
    let duty = try RegistryDuty(of: actor.agency, in: transaction)
    return PacketScreen(
      packet: packet, content: content,
      sender: try OrganizationStore(transaction).agencyName(packet.sender, on: packet.sentAt.day),
      matches: packet.isWaiting ? try JoinPacket.matches(content, visibleTo: actor, in: transaction) : [],
      typeName: try DocumentTypeStore(transaction).find(content.facts.typeKey)?.name ?? "",
      books: try RegistrationScreen.bookNames(of: actor, in: transaction),
      nextNumber: try NextNumber.read(
        bookName: "", arrivalDate: packet.sentAt.day, by: actor, in: transaction),
      deadline: packet.isWaiting
        ? DeadlineMark(
          .register, duty.limits(of: packet, urgency: content.facts.urgency), duty, now: transaction.now) : nil,
      following: (others.first { $0.id > id } ?? others.first)?.id,
      superseded: try SupersededCopy.read(packet, by: actor, in: transaction))
  }

  func page(seal: FormSeal) -> PacketPage {
    let facts = content.facts
    var page = PacketPage(
      codeText: facts.codeText, subject: facts.subject, sender: sender, urgency: UrgencyMark(facts.urgency),
      state: StateMark(packet), line: "gửi \(packet.sentAt.text), \(packet.sentBy)", viewer: viewer,
      files: content.files.map(file), metadata: metadata, deadline: deadline, nextNumber: nextNumber,
      listPath: IncomingDocumentPaths.waiting, seal: seal)
    page.sheets = CollectedSheetBlock(sheets)
    page.superseded = superseded.map(\.notice)
    page.nextPath = following.map(IncomingDocumentPaths.packet)
    page.ended = packet.obstacle?.message
    page.endedPath = packet.incoming.map { IncomingDocumentPaths.show(.init($0)) }
    if packet.isWaiting {
      page.acts = PacketPage.Acts(
        registerPath: IncomingDocumentPaths.packetAct(packet.id, .register),
        returnPath: IncomingDocumentPaths.packetAct(packet.id, .giveBack),
        input: input(of: .register) ?? input(of: .join) ?? FormInput(),
        returnInput: input(of: .giveBack) ?? FormInput(),
        books: books.map { .init($0, $0) }, toPlacesSource: IncomingDocumentPaths.receivers)
      page.known = known
    } else if ConfirmRecall.obstacle(packet) == nil {
      page.confirmPath = IncomingDocumentPaths.packetAct(packet.id, .confirmRecall)
    }
    return page
  }

  private func input(of act: IncomingDocumentPaths.PacketAct) -> FormInput? {
    refused.flatMap { $0.act == act ? $0.input : nil }
  }

  private var known: PacketPage.Known? {
    guard !matches.isEmpty else { return nil }
    return PacketPage.Known(
      panel: DuplicatePanel(matches: matches.map(DuplicatePanel.Match.init)),
      joinPath: IncomingDocumentPaths.packetAct(packet.id, .join),
      choices: matches.map { .init($0.document.id.description, "Số đến \($0.document.arrivalNumber)") })
  }

  private var viewer: PageViewer {
    guard let shown = content.files.first(where: { $0.kind.isShown }) else {
      return PageViewer(name: "Văn bản", images: [], emptyLine: "Tệp này không có trang để xem.")
    }
    let images = (0..<(shown.pageCount ?? 1)).map { index in
      PageViewer.Image(
        page: index + 1, path: IncomingDocumentPaths.packetPage(packet.id, shown.position, index + 1),
        thumbnailPath: IncomingDocumentPaths.packetPage(packet.id, shown.position, index + 1) + "?nho=1")
    }
    return PageViewer(name: content.facts.codeText, images: images)
  }

  private func file(_ file: IssuedContent.File) -> IncomingDocumentPage.File {
    let pages = file.pageCount.map { ", \($0) trang" } ?? ""
    return IncomingDocumentPage.File(
      name: file.name, line: "\(file.kind.label)\(pages), \(ByteText.text(file.stored.bytes))",
      downloadPath: IncomingDocumentPaths.packetFile(packet.id, file.position),
      isShown: file.position == content.files.first { $0.kind.isShown }?.position)
  }

  private var metadata: DefinitionList {
    let facts = content.facts
    return DefinitionList([
      .init("Cơ quan ban hành", text: facts.issuerName), .init("Tên loại", text: typeName),
      .init("Ngày văn bản", text: facts.issuedDate.text), .init("Độ khẩn", text: facts.urgency.label),
      .init("Người ký", text: "\(facts.signerPosition) \(facts.signerName)"),
      .init("Hạn trả lời", text: facts.replyDueDate?.text), .init("Số trang", text: facts.pageCount.map(String.init)),
      .init("Ngôn ngữ", text: facts.language), .init("Mã định danh văn bản", text: facts.identifier),
    ])
  }

  /// Beside a list.
  var preview: DocumentPreview {
    let facts = content.facts
    return DocumentPreview(
      title: facts.codeText,
      facts: DefinitionList([
        .init("Trích yếu", text: facts.subject), .init("Cơ quan ban hành", text: facts.issuerName),
        .init("Ngày văn bản", text: facts.issuedDate.text), .init("Đến lúc", text: packet.sentAt.text),
      ]),
      pagePath: content.files.first { $0.kind.isShown }.map {
        IncomingDocumentPaths.packetPage(packet.id, $0.position, 1)
      }, path: IncomingDocumentPaths.packet(packet.id))
  }
}

extension StateMark {
  /// How far it is, in a word.
  package init(_ packet: Packet) {
    if let recall = packet.recall {
      self.init(
        recall.confirmedAt != nil
          ? "Đã hủy ở nơi nhận" : packet.state == .withdrawn ? "Đã rút lại" : "Đã báo thu hồi", .wrong)
      return
    }
    let tone: Tone =
      switch packet.state {
      case .arrived: .look
      case .received, .assigned, .inProgress: .plain
      case .done, .read: .done
      case .returned, .withdrawn: .wrong
      }
    self.init(packet.state.label, tone)
  }
}

extension RegistryDuty {
  /// Vào sổ: as of a paper that came at that moment (DEN-02).
  func limits(of packet: Packet, urgency: Urgency) -> RegistryLimits {
    calendar.limits(of: .register, from: packet.sentAt, urgentWithin: urgency == .normal ? nil : alarm)
  }
}
