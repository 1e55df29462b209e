import IncomingDocuments
import Kernel
import Markup

/// What differs between bringing in an old book and a list of the body.
extension ImportBatch.Kind {
  var catalogue: FieldCatalogue {
    switch self {
    case .documents: .documents
    case .organization: .organization
    }
  }

  /// Who brings it in: the registry clerks, into the books of their own agency; the administrators, from their agency
  /// down.
  func mayBring(_ actor: Actor) -> Bool {
    switch self {
    case .documents: IncomingDocumentAccess.mayRegister(actor)
    case .organization: actor.isAdministrator
    }
  }

  func require(_ actor: Actor) throws {
    guard !mayBring(actor) else { return }
    switch self {
    case .documents:
      throw Refusal(.forbidden, "Chỉ văn thư cơ quan nhập được sổ cũ, vào sổ của cơ quan mình.")
    case .organization:
      throw Refusal(.forbidden, "Chỉ quản trị nhập được danh sách cơ quan, đơn vị, người và chức danh.")
    }
  }

  /// Fields for which a value for all rows is offered on the screen.
  var fallbackFields: [String] {
    switch self {
    case .documents: [DocumentField.organName, .typeName].map(\.rawValue)
    case .organization: [OrganizationField.kind, .agency, .roles, .validFrom].map(\.rawValue)
    }
  }

  /// Fields whose values may be replaced on the screen: sources name them in words of their own.
  var translatedFields: [String] {
    switch self {
    case .documents: [DocumentField.typeName.rawValue]
    case .organization: [OrganizationField.roles, .title, .unitKind, .tier].map(\.rawValue)
    }
  }

  /// Two fields that one column often stands for.
  var joinedFields: [String] {
    switch self {
    case .documents: [DocumentField.issuedDate, .arrivalDate].map(\.rawValue)
    case .organization: [OrganizationField.title, .roles].map(\.rawValue)
    }
  }

  // MARK: words

  /// Name of the screen.
  var title: String {
    switch self {
    case .documents: "Nhập sổ cũ"
    case .organization: "Nhập dữ liệu"
    }
  }

  /// In a sentence: «đưa sổ cũ «so-2019.xlsx» vào kiểm tra».
  var noun: String {
    switch self {
    case .documents: "sổ cũ"
    case .organization: "danh sách"
    }
  }

  /// What its rows become: «12 văn bản».
  var rowNoun: String {
    switch self {
    case .documents: "văn bản"
    case .organization: "dòng"
    }
  }

  var room: Room {
    switch self {
    case .documents: .incoming
    case .organization: .administration
    }
  }

  /// Over the screen: the administration has parts.
  var tabs: HTML {
    switch self {
    case .documents: .empty
    case .organization: AdministrationTabs.html(current: .imports)
    }
  }
}
