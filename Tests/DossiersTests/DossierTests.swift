import Dossiers
import Testing

@Suite("HS-03 hồ sơ") struct DossierTests {}
