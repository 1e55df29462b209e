import Database
import Papers

extension FileKind: SQLConvertible {}
