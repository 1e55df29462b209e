import Crypto
import Foundation
import Kernel

/// Who an audit entry names, with the names of that moment.
struct AuditedPerson: Sendable, Equatable {
  var account: AccountID?
  var post: PostID?
  var personName = ""
  var postTitle = ""
  var unitName = ""
  var agency: AgencyID?
  var agencyName = ""
  var onBehalfOf: String?
  var address = ""

  static func system(agency: AgencyID?) -> AuditedPerson {
    AuditedPerson(personName: "Hệ thống", agency: agency)
  }
}

extension AuditedPerson {
  init(_ actor: Actor) {
    account = actor.account
    post = actor.post
    personName = actor.personName
    postTitle = actor.postTitle
    unitName = actor.unitName
    agency = actor.agency
    agencyName = actor.agencyName
    onBehalfOf = actor.onBehalfOf
    address = actor.address
  }
}

/// One line of the audit trail as it is stored.
///
/// The sentence and the changed values stand beside their salted digest. Lawful destruction erases the values and the
/// salt; the digest stays, and with it the proof of everything else.
struct AuditEntry: Sendable, Equatable {
  var at: Instant
  var code: String
  var kind: AuditKind
  var record: RecordReference?
  var person: AuditedPerson
  /// Nil once erased.
  var values: AuditValues?
  /// Hexadecimal SHA-256 over the salt and the values as written.
  var valuesDigest: String

  init(_ event: AuditEvent, on record: RecordReference?, by person: AuditedPerson, changes: [AuditChange], at: Instant)
    throws
  {
    let values = try AuditValues(sentence: event.sentence, changes: changes)
    self.init(
      at: at, code: event.code, kind: event.kind, record: record, person: person, values: values,
      valuesDigest: values.digest)
  }

  init(
    at: Instant, code: String, kind: AuditKind, record: RecordReference?, person: AuditedPerson, values: AuditValues?,
    valuesDigest: String
  ) {
    self.at = at
    self.code = code
    self.kind = kind
    self.record = record
    self.person = person
    self.values = values
    self.valuesDigest = valuesDigest
  }

  /// Everything the chain proves of this entry, unambiguous: the values only through their digest.
  func sealedBytes(id: Int64) -> [UInt8] {
    var bytes = SealedFields()
    bytes.append(String(id))
    bytes.append(String(at.milliseconds))
    bytes.append(code)
    bytes.append(kind.rawValue)
    bytes.append(record?.text)
    bytes.append(person.account?.description)
    bytes.append(person.post?.description)
    for name in [person.personName, person.postTitle, person.unitName, person.agencyName] { bytes.append(name) }
    bytes.append(person.agency?.description)
    bytes.append(person.onBehalfOf)
    bytes.append(person.address)
    bytes.append(valuesDigest)
    return bytes.bytes
  }
}

/// The part of an entry that may be erased.
struct AuditValues: Sendable, Equatable {
  let sentence: String
  /// Changes as JSON text, exactly as digested; nil when there are none.
  let changesText: String?
  let salt: String

  init(sentence: String, changesText: String?, salt: String) {
    self.sentence = sentence
    self.changesText = changesText
    self.salt = salt
  }

  init(sentence: String, changes: [AuditChange]) throws {
    self.sentence = sentence
    changesText = changes.isEmpty ? nil : try JSONText.text(changes)
    salt = SymmetricKey(size: .bits128).withUnsafeBytes { $0.hexText }
  }

  func changes() throws -> [AuditChange] {
    try changesText.map { try JSONText.value($0) } ?? []
  }

  var digest: String {
    var fields = SealedFields()
    fields.append(salt)
    fields.append(sentence)
    fields.append(changesText)
    return SHA256.hash(data: fields.bytes).hexText
  }
}

/// Fields one after the other, each with its length, so that no two lists of fields give the same bytes.
struct SealedFields {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ text: String?) {
    guard let text else {
      bytes.append(UInt8(ascii: "-"))
      return
    }
    bytes.append(contentsOf: "\(text.utf8.count):".utf8)
    bytes.append(contentsOf: text.utf8)
  }
}

extension Sequence<UInt8> {
  /// Lower-case hexadecimal.
  var hexText: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
