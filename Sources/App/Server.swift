import Audit
import Database
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import Identity
import Jobs
import Kernel
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import UnixSignals
import WebAPI
import WebApp

/// The running program: the web server and the background jobs over one installation.
package struct Server {
  private let installation: Installation

  package init(_ installation: Installation) { self.installation = installation }

  /// The site as its modules see it.
  package static func site(of installation: Installation) throws -> Site {
    Site(
      database: installation.database, clock: installation.clock, shell: AppShell(),
      systemName: installation.settings.systemName,
      isExampleBody: try installation.database.readNow { try InstallationStore($0).isExampleBody },
      isSecure: installation.settings.isSecure)
  }

  /// All routes with their middleware, outermost first.
  package static func router(_ installation: Installation, site: Site) -> Router<WebContext> {
    let router = Router(context: WebContext.self)
    router.addMiddleware {
      RequestLogMiddleware()
      SiteMiddleware(site: site)
      StaticFilesMiddleware(folder: installation.settings.publicFolder)
      api(installation, site: site)
      installation.modules.identity.sessionMiddleware
      FramedErrorMiddleware()
      FormMiddleware()
    }
    let everybody = router.group()
    HealthRoutes.add(to: everybody, with: site)
    ProgrammingRoutes.add(to: everybody, address: installation.settings.shownAddress)
    for module in installation.modules.all { module.addPublicRoutes(to: everybody, with: site) }
    let signedIn = router.group().add(middleware: RequireVisitorMiddleware(log: installation.modules.log))
    HomeRoutes.add(to: signedIn)
    LiveBadgeRoutes.add(to: signedIn, with: site)
    for module in installation.modules.all { module.addRoutes(to: signedIn, with: site) }
    if site.isExampleBody {
      let modules = installation.modules
      GalleryRoutes { modules.all.flatMap(\.galleryExamples) }.add(to: signedIn)
    }
    return router
  }

  /// What programs ask, before anything that knows of sessions and forms.
  private static func api(_ installation: Installation, site: Site) -> APIMiddleware {
    let modules = installation.modules
    return APIMiddleware(
      operations: modules.apiOperations(with: site),
      gate: TokenGate(log: modules.log, refusedEvent: AuditEvent.accessRefused),
      rates: APIRateLimit(perMinute: installation.settings.apiRequestsPerMinute))
  }

  /// Serves until the process is told to stop; then requests under way finish and jobs return to the queue.
  /// `onRunning` is called once people can connect.
  package func run(onRunning: @escaping @Sendable () -> Void = {}) async throws {
    let site = try Self.site(of: installation)
    let settings = installation.settings
    let jobs = JobRunner(
      database: installation.database, kinds: installation.modules.jobKinds(isExampleBody: site.isExampleBody),
      logger: installation.logger)
    var services: [any Service] = [JobRunning(runner: jobs)]
    services += installation.modules.services
    let application = Application(
      router: Self.router(installation, site: site),
      server: try Self.httpServer(settings),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.bindHost, port: settings.bindPort), serverName: nil),
      onServerRunning: { _ in onRunning() },
      logger: installation.logger)
    services.append(application)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services.map {
          .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
        },
        gracefulShutdownSignals: [.sigterm, .sigint], logger: installation.logger))
    do { try await group.run() } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw AddressTaken(host: settings.bindHost, port: settings.bindPort)
    }
    try await installation.close()
  }

  private static func httpServer(_ settings: Settings) throws -> HTTPServerBuilder {
    guard let certificate = settings.certificateFile, let key = settings.keyFile else { return .http1() }
    var tls = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
    tls.minimumTLSVersion = .tlsv12
    return try .http2Upgrade(tlsConfiguration: tls)
  }
}

/// The job runner as a service: works until shutdown, then its jobs go back to the queue.
private struct JobRunning: Service {
  let runner: JobRunner

  func run() async throws {
    try await cancelWhenGracefulShutdown { try await runner.run() }
  }
}

/// Another program answers where this one was to serve.
struct AddressTaken: Error, CustomStringConvertible {
  let host: String
  let port: Int

  var description: String {
    "Địa chỉ \(host):\(port) đang có chương trình khác dùng. Dừng chương trình ấy, hoặc chọn địa chỉ khác bằng --bind."
  }
}
