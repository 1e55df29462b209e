import Access

/// What dossiers ask of the flows whose documents lie in them. `App` fills it.
package struct DossierFlows: Sendable {
  package var directory: RecordDirectory
  package var matters: any RelatedMatters
  package var followers: [any FilingFollower]

  package init(
    directory: RecordDirectory, matters: any RelatedMatters, followers: [any FilingFollower] = []
  ) {
    self.directory = directory
    self.matters = matters
    self.followers = followers
  }
}
