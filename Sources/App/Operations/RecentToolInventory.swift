import Kernel
import Papers

/// The tool inventory, taken again only when the last one is older than a minute: asking LibreOffice for its version
/// starts LibreOffice.
actor RecentToolInventory {
  private static let ageMax: Duration = .seconds(60)

  private let runner: ToolRunner
  private let clock: any WallClock
  private var last: (inventory: ToolInventory, at: Instant)?
  private var underWay: Task<ToolInventory, Never>?

  init(runner: ToolRunner, clock: any WallClock) {
    self.runner = runner
    self.clock = clock
  }

  /// Everybody who asks meanwhile waits for the same taking.
  func inventory() async -> ToolInventory {
    let now = clock.now
    if let last, last.at <= now, now < last.at + Self.ageMax { return last.inventory }
    if let underWay { return await underWay.value }
    let task = Task { [runner] in await ToolInventory.taken(with: runner) }
    underWay = task
    let inventory = await task.value
    last = (inventory, clock.now)
    underWay = nil
    return inventory
  }
}
