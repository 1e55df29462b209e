/// Addresses of the lists that all documents share.
package enum DocumentsPaths {
  package static let outsideAgencies = "/co-quan-ngoai"
  /// Proposals while a sender is typed: `<li data-value="name" data-key="id">` for `?q=`.
  package static let outsideAgencyProposals = "/co-quan-ngoai/goi-y"
  /// Proposals while a recipient is typed: `<li data-value="name">` for `?q=`.
  package static let placeProposals = "/noi-nhan/goi-y"
  package static let types = "/loai-van-ban"
}
