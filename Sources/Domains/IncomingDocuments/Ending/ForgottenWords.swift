import Database

extension IncomingDocument.ID {
  /// Forgets what was said of a destroyed document beside what was entered of it, whatever it was destroyed for. A table that
  /// keeps such words is named here.
  func forgetWords(in transaction: any Transaction) throws {
    try IncomingDocumentStore(transaction).forgetDuplicateReason(of: self)
    try HandlingStore(transaction).forgetDirectives(of: self)
    try ReadyPhraseStore(transaction).forget(self)
    try ReturnedPaperStore(transaction).forget(self)
    try ArrivalConditionStore(transaction).forget(self)
    try ReceptionNoticeStore(transaction).forget(self)
    try PaperCopyStore(transaction).forgetWords(of: self)
  }
}
