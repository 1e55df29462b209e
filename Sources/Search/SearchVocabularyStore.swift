import Database
import Documents
import IncomingDocuments
import Kernel
import OutgoingDocuments
import Registers

/// Reads what filters may name.
struct SearchVocabularyStore {
  let transaction: any Transaction

  func read(for actor: Actor) throws -> SearchVocabulary {
    let types = try DocumentTypeStore(transaction).all()
    let books = RegistersAccess.mayReadBooks(actor) ? try RegisterStore(transaction).books(visibleTo: actor) : []
    return SearchVocabulary(choices: [
      .type: types.map { SearchChoice($0.key, $0.name, [$0.abbreviation] + ($0.key == "congVan" ? ["cv"] : [])) },
      .urgency: Urgency.allCases.map { SearchChoice($0.rawValue, $0.label, $0 == .express ? ["ht"] : []) },
      .register: books.map { SearchChoice($0.id.description, $0.title) },
      .state: [IncomingDocument.State.registered, .cancelled].map {
        SearchChoice($0.rawValue, $0.label, $0 == .cancelled ? ["huy"] : [])
      } + outgoingStates,
      .file: [SearchChoice("co", "Có tệp", ["co"]), SearchChoice("khong", "Chưa có tệp", ["khong", "chua"])],
    ])
  }

  /// Of what went out; a cancelled number is the same word there.
  private var outgoingStates: [SearchChoice] {
    [OutgoingDocument.State.numbered, .issued, .recalled].map { SearchChoice($0.rawValue, $0.label) }
  }
}
