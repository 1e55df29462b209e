import Testing

@testable import Documents

@Suite("Trường của mẫu văn bản do cơ quan đặt") struct TemplateFieldTests {
  @Test func whatATemplateLacksIsNamed() {
    let names = Set(TemplateField.allCases.map(\.rawValue))
    #expect(TemplateField.lacking(in: names, for: .congVan).isEmpty)
    #expect(
      TemplateField.lacking(in: names.subtracting(["trich_yeu", "kinh_gui"]), for: .congVan) == [.subject, .addressees])
    #expect(TemplateField.unknown(in: ["trich_yeu", "trich_yeu_2"]) == ["trich_yeu_2"])
  }

  @Test func everyFieldHasAValue() {
    let values = LetterExamples.fields(.congVan).templateValues
    #expect(Set(values.keys) == Set(TemplateField.allCases.map(\.rawValue)))
    #expect(values["kinh_gui"] == "- Cục Địa chất miền Bắc;\n- Viện Khoa học Địa chất.")
    #expect(values["quyen_han_chuc_vu"] == "KT. TỔNG CỤC TRƯỞNG\nPHÓ TỔNG CỤC TRƯỞNG")
  }
}
