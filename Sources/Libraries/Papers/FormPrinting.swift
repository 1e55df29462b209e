import Foundation

extension OfficeConversion {
  /// Makes the file of a printed form: about 0.7 s and 18 ms a page. Long books belong in a job: the limit of time
  /// grows with the rows.
  package func write(_ form: PrintedForm, as format: Format, to target: URL) async throws {
    try await runner.withFolder { folder in
      let flat = folder.appending(path: "form.fodt")
      let text = FlatText.written(form, font: format == .pdf ? .tinos : .timesNewRoman)
      try Data(text.utf8).write(to: flat)
      var limits = ToolLimits.office
      limits.time += .milliseconds(form.rowCount * 100)
      try await convertForm(flat, to: format, target: target, limits: limits)
    }
  }
}

extension PrintedForm {
  var rowCount: Int {
    sections.flatMap(\.blocks).reduce(0) { sum, block in
      if case .table(let table) = block { sum + table.rows.count } else { sum }
    }
  }
}
