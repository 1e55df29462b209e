extension FormBlock {
  /// The head of a form: at the left the superior and whose form it is, at the right the national name and motto.
  ///
  /// - Parameters:
  ///   - above: nil or empty where nobody stands above.
  ///   - widths: of both sides, in millimetres.
  ///   - rules: how long the lines below them are.
  ///   - below: what stands under the motto: place and day.
  package static func nationalHead(
    _ above: String?, _ own: String, widths: (left: Double, right: Double) = (76, 89),
    rules: (left: Double, right: Double) = (25, 50), below: [FormBlock] = []
  ) -> FormBlock {
    let (small, bold) = (FormStyle(size: 12, alignment: .center), FormStyle(size: 12, isBold: true, alignment: .center))
    let superior = [above ?? ""].filter { !$0.isEmpty }.map { FormBlock.text($0.uppercased(), small) }
    return .columns([
      FormColumnBlock(
        width: widths.left,
        superior + [.text(own.uppercased(), bold), .rule(width: rules.left, of: widths.left)]),
      FormColumnBlock(
        width: widths.right,
        [
          .text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold),
          .text("Độc lập - Tự do - Hạnh phúc", FormStyle(isBold: true, alignment: .center)),
          .rule(width: rules.right, of: widths.right),
        ] + below),
    ])
  }
}
