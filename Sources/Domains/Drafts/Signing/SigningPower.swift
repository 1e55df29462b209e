import Documents
import Kernel

/// Number and symbol of a document.
private let numberOfDocument = Pattern(/\d+(\/\d{4})?\/\p{L}/)
/// Its date.
private let dayOfDocument = Pattern(/\d{1,2}[\/.-]\d{1,2}[\/.-]\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/)

/// That a post may sign, in which capacity, what, and until when (thẩm quyền ký: ST-09 to ST-12). Ended, never deleted.
package struct SigningPower: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<SigningPower>

  package let id: ID
  package var agency: AgencyID
  package var terms: Terms
  /// «Lê Minh Đức, Phó Tổng cục trưởng».
  package var holderName: String
  package var laidBy: String
  package var laidAt: Instant
  package var version: Int

  /// What was laid down.
  package struct Terms: Sendable, Equatable {
    package var post: PostID
    package var capacity: SigningCapacity
    /// Types that may be signed; empty for all.
    package var typeKeys: Set<String>
    /// Portfolio of a deputy, name of the collective, scope of an authorisation.
    package var scope: String
    /// The document on which it rests: decision of appointment, working rules, written authorisation.
    package var basis: String
    package var validFrom: Day
    /// Last day; an authorisation always has one (ST-11).
    package var validThrough: Day?

    package init(
      post: PostID, capacity: SigningCapacity, typeKeys: Set<String> = [], scope: String = "", basis: String = "",
      validFrom: Day, validThrough: Day? = nil
    ) {
      self.post = post
      self.capacity = capacity
      self.typeKeys = typeKeys
      self.scope = scope
      self.basis = basis
      self.validFrom = validFrom
      self.validThrough = validThrough
    }

    static let textLengthMax = 300

    /// What the law asks of each capacity.
    func reasons() -> [Refusal.Reason] {
      var reasons: [Refusal.Reason] = []
      switch capacity {
      case .direct: break
      case .acting where basis.isEmpty:
        reasons.append(
          .init("Quyền cấp trưởng cần quyết định giao quyền; hãy ghi số, ngày.", field: SigningField.basis))
      case .forHead where scope.isEmpty:
        reasons.append(
          .init("Cấp phó ký thay trong lĩnh vực được phân công; hãy ghi lĩnh vực.", field: SigningField.scope))
      case .collective where scope.isEmpty:
        reasons.append(.init("Ký thay mặt tập thể nào? Hãy ghi tên tập thể.", field: SigningField.scope))
      case .byOrder, .byOrderForHead:
        if basis.isEmpty {
          reasons.append(
            .init("Thừa lệnh phải quy định trong quy chế làm việc; hãy ghi văn bản đó.", field: SigningField.basis))
        }
        if typeKeys.isEmpty {
          reasons.append(
            .init("Thừa lệnh chỉ với một số loại văn bản; hãy chọn loại được ký.", field: SigningField.types))
        }
      case .authorised:
        if !Self.namesDocument(basis) {
          reasons.append(
            .init(
              "Thừa ủy quyền phải có văn bản ủy quyền; hãy ghi số, ký hiệu và ngày, như «Giấy ủy quyền số 03/GUQ-TCĐC ngày 05/10/2026».",
              field: SigningField.basis))
        }
        if scope.isEmpty {
          reasons.append(.init("Hãy ghi nội dung được ủy quyền.", field: SigningField.scope))
        }
        if validThrough == nil {
          reasons.append(.init("Ủy quyền phải có thời hạn; hãy ghi ngày cuối.", field: SigningField.through))
        }
      case .acting, .forHead, .collective: break
      }
      if let validThrough, validThrough < validFrom {
        reasons.append(.init("Ngày cuối trước ngày đầu.", field: SigningField.through))
      }
      for (text, field) in [(scope, SigningField.scope), (basis, SigningField.basis)]
      where text.count > Self.textLengthMax {
        reasons.append(.init("Dài quá \(Self.textLengthMax) ký tự.", field: field))
      }
      if !typeKeys.allSatisfy({ key in SigningPower.kinds.contains { $0.key == key } }) {
        reasons.append(.init("Có loại văn bản không thuộc 29 loại.", field: SigningField.types))
      }
      return reasons
    }

    /// Number, symbol and date of a document (ST-11).
    private static func namesDocument(_ text: String) -> Bool {
      text.contains(numberOfDocument.regex)
        && text.contains(dayOfDocument.regex)
    }

    package func covers(_ typeKey: String) -> Bool { typeKeys.isEmpty || typeKeys.contains(typeKey) }

    package func isValid(on day: Day) -> Bool { validFrom <= day && (validThrough.map { day <= $0 } ?? true) }
  }

  /// As a kind beside the types: copies of documents, whoever signed these (COPY-04).
  package static let copyKey = "banSao"

  /// What a power may be for: the types of documents, and copies.
  static let kinds: [(key: String, name: String)] =
    DocumentType.administrative.map { ($0.key, $0.name) } + [(copyKey, "Bản sao (sao y, sao lục, trích sao)")]

  /// What the record of a signature says of it.
  var basisText: String {
    [terms.basis, terms.scope].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

/// Names of the fields of the form.
enum SigningField {
  static let post = "chuc-danh"
  static let capacity = "tu-cach"
  static let types = "loai"
  static let scope = "pham-vi"
  static let basis = "can-cu"
  static let from = "tu-ngay"
  static let through = "den-ngay"
}

extension [SigningPower] {
  /// In which capacity one post signs documents of this type today, its own right first; nil when it signs none.
  func capacity(for typeKey: String, on day: Day) -> SigningCapacity? {
    let usable = filter { $0.terms.isValid(on: day) && $0.terms.covers(typeKey) }.map(\.terms.capacity)
    return SigningCapacity.allCases.first { usable.contains($0) }
  }

  /// The power that lets a post sign this, or every reason why none does. All are powers of the post's agency in force.
  func power(
    of post: PostID, for facts: DraftFacts, on day: Day
  ) throws(Refusal) -> SigningPower {
    let own = filter { $0.terms.post == post && $0.terms.capacity == facts.capacity }
    let capacity = facts.capacity.inSentence
    guard !own.isEmpty else {
      throw Refusal(
        .conflict,
        "Bảng thẩm quyền ký không có tư cách «\(capacity)» cho chức danh này. Sửa tư cách ký trên dự thảo, hoặc đề nghị chánh văn phòng cập nhật bảng."
      )
    }
    let today = own.filter { $0.terms.isValid(on: day) }
    guard !today.isEmpty else {
      let ends = own.compactMap(\.terms.validThrough).max()
      let when = ends.map { " (đến hết \($0.text))" } ?? ""
      throw Refusal(.conflict, "Thẩm quyền «\(capacity)» của chức danh này không có hiệu lực hôm nay\(when).")
    }
    guard let fitting = today.first(where: { $0.terms.covers(facts.typeKey) }) else {
      let type = facts.type?.name ?? ""
      throw Refusal(.conflict, "Thẩm quyền «\(capacity)» của chức danh này không gồm loại «\(type)».")
    }
    return fitting
  }
}
