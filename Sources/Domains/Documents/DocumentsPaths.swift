/// Addresses of the lists that all documents share.
package enum DocumentsPaths {
  package static let outsideAgencies = "/co-quan-ngoai"
  /// Proposals while a sender is typed: `<li data-value="name" data-key="id">` for `?q=`.
  package static let outsideAgencyProposals = "/co-quan-ngoai/goi-y"
  package static let types = "/loai-van-ban"
}
