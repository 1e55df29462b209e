import CMalloc

/// How the C library keeps memory between requests.
enum ServerMemory {
  /// A page of a list is made in pieces of some hundred kilobytes, which would go back to the system after every request
  /// and be asked for, and cleared, anew with the next one. So up to 8 MiB stay.
  static func keepBetweenRequests() {
    _ = mallopt(M_MMAP_THRESHOLD, 4 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 8 << 20)
  }
}
