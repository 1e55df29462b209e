import Foundation
import Kernel
import TestSupport
import Testing

@testable import Papers

@Suite("Tệp được xét theo byte, không theo tên") struct FileVerdictTests {
  static let word: [(name: String, packed: Int, unpacked: Int)] = [
    ("[Content_Types].xml", 50, 400), ("word/document.xml", 200, 3000),
  ]

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var kind: FileKind
    var refused: String?

    var testDescription: String { "\(name) là \(kind)" }
  }

  static let cases: [Case] = [
    Case(name: "a.pdf", bytes: MadePDF.of(["mot"]), kind: .pdf),
    Case(name: "junk-before.pdf", bytes: Array("xx\n".utf8) + MadePDF.of(["mot"]), kind: .pdf),
    Case(
      name: "cut.pdf", bytes: MadePDF.of(["mot"]).dropLast(60), kind: .pdf,
      refused: "Tệp «cut.pdf» bị cắt cụt, thiếu phần cuối. Tải lại hoặc quét lại rồi gửi tệp đầy đủ."),
    Case(
      name: "a.pdf", bytes: Array("\u{FEFF} \n<!DOCTYPE HTML><html>".utf8), kind: .html,
      refused: "Tệp «a.pdf» thực ra là trang HTML, không phải PDF. \(FileVerdict.accepted)"),
    Case(
      name: "rong.pdf", bytes: [], kind: .empty,
      refused: "Tệp «rong.pdf» rỗng (0 byte), không có nội dung. Kiểm tra lại tệp gốc rồi tải lên lại."),
    Case(
      name: "a.pdf", bytes: [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], kind: .executable,
      refused: "Tệp «a.pdf» thực ra là chương trình chạy được, không phải PDF. \(FileVerdict.accepted)"),
    Case(
      name: "a.exe", bytes: Array("MZ\u{90}\u{0}\u{3}".utf8), kind: .executable,
      refused: "Tệp «a.exe» thực ra là chương trình chạy được. \(FileVerdict.accepted)"),
    Case(
      name: "a.sh", bytes: Array("#!/bin/sh\n".utf8), kind: .executable,
      refused: "Tệp «a.sh» thực ra là chương trình chạy được. \(FileVerdict.accepted)"),
    Case(name: "ghi-chu.txt", bytes: Array("Kính gửi: Sở Nội vụ".utf8), kind: .text),
    Case(
      name: "goi-tin.doc", bytes: Array("<?xml version=\"1.0\"?><a/>".utf8), kind: .xml,
      refused: "Tệp «goi-tin.doc» thực ra là tệp XML, không phải Word. \(FileVerdict.accepted)"),
    Case(
      name: "a.txt", bytes: [0xD0, 0x90, 0xFF, 0xC3], kind: .unknown,
      refused: "Tệp «a.txt» thực ra là tệp không rõ loại, không phải văn bản thuần. \(FileVerdict.accepted)"),
    Case(name: "a.docx", bytes: SelfMadeFiles.zip(word), kind: .docx),
    Case(name: "doi-ten.doc", bytes: SelfMadeFiles.zip(word), kind: .docx),
    Case(
      name: "a.xlsx", bytes: SelfMadeFiles.zip([("[Content_Types].xml", 9, 9), ("xl/workbook.xml", 9, 9)]),
      kind: .xlsx),
    Case(
      name: "a.docx", bytes: SelfMadeFiles.zip([("a.txt", 9, 9)]), kind: .otherZip,
      refused: "Tệp «a.docx» thực ra là tệp nén ZIP, không phải Word. \(FileVerdict.accepted)"),
    Case(
      name: "a.docx", bytes: SelfMadeFiles.zip(word, flags: 1), kind: .docx,
      refused: "Tệp «a.docx» có mật khẩu nên không đọc được. Bỏ mật khẩu rồi tải lên lại. \(FileVerdict.accepted)"),
    Case(
      name: "anh.pdf", bytes: [0xFF, 0xD8, 0xFF, 0xE0], kind: .jpeg,
      refused: "Tệp «anh.pdf» thực ra là ảnh JPEG, không phải PDF. Đổi đuôi tên tệp cho đúng rồi tải lên lại."
        + " \(FileVerdict.accepted)"),
    Case(name: "anh.png", bytes: [0x49, 0x49, 0x2A, 0x00, 8], kind: .tiff),
    Case(
      name: "cut.docx", bytes: SelfMadeFiles.zip(word).dropLast(30), kind: .otherZip,
      refused: "Tệp «cut.docx» bị cắt cụt, thiếu phần cuối. Tải lại hoặc quét lại rồi gửi tệp đầy đủ."),
  ]

  @Test(arguments: cases) func judges(_ example: Case) async throws {
    try await SelfMadeFiles.use { files, _ in
      let verdict = try FileVerdict.judging(files.file("stored", example.bytes))
      #expect(verdict.kind == example.kind)
      #expect(verdict.refusal(named: example.name)?.message == example.refused)
    }
  }

  /// A box of an MPEG-4 file.
  static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let size = content.count + 8
    return [UInt8(size >> 24), UInt8(size >> 16 & 255), UInt8(size >> 8 & 255), UInt8(size & 255)] + Array(name.utf8)
      + content
  }

  static let movie =
    box("ftyp", Array("isom0000".utf8)) + box("moov", Array(repeating: 0, count: 40))
    + box("mdat", Array(repeating: 7, count: 200))
  static let sound: [UInt8] =
    Array("RIFF".utf8) + [36, 0, 0, 0] + Array("WAVEfmt ".utf8) + Array(repeating: 0, count: 28)
  static let cut = "bị cắt cụt, thiếu một phần. Chép lại từ máy ghi rồi gửi tệp đầy đủ."
  static let mail = Array("From: a@b.example\r\nSubject: x\r\nDate: Tue, 24 Nov 2026 09:00:00 +0700\r\n\r\nx".utf8)

  static let matters: [Case] = [
    Case(name: "ghi-am.mp3", bytes: Array("ID3".utf8) + Array(repeating: 0, count: 20), kind: .mp3),
    Case(name: "ghi-am.mp3", bytes: [0xFF, 0xFB, 0x90] + Array(repeating: 0, count: 20), kind: .mp3),
    Case(name: "ghi-am.wav", bytes: sound, kind: .wav),
    Case(name: "cut.wav", bytes: sound.dropLast(9), kind: .wav, refused: "Tệp «cut.wav» \(cut)"),
    Case(name: "hop.mp4", bytes: movie, kind: .mp4), Case(name: "ghi-am.m4a", bytes: movie, kind: .mp4),
    Case(name: "cut.mp4", bytes: movie.dropLast(50), kind: .mp4, refused: "Tệp «cut.mp4» \(cut)"),
    Case(
      name: "khong-muc-luc.mp4", bytes: box("ftyp", Array("isom0000".utf8)) + box("mdat", [1, 2, 3]), kind: .mp4,
      refused: "Tệp «khong-muc-luc.mp4» \(cut)"),
    Case(
      name: "anh.jpg", bytes: box("ftyp", Array("heic0000".utf8)), kind: .heic,
      refused: "Tệp «anh.jpg» là ảnh HEIC của điện thoại, máy khác không mở được. Lưu thành JPEG rồi tải lên lại."),
    Case(name: "thu.eml", bytes: mail, kind: .eml),
    Case(
      name: "thu.pdf", bytes: mail, kind: .eml,
      refused: "Tệp «thu.pdf» thực ra là thư điện tử (.eml), không phải PDF. Đổi đuôi tên tệp cho đúng rồi tải lên lại."
        + " \(FileVerdict.acceptedMatter)"),
    Case(
      name: "a.exe", bytes: Array("MZ\u{90}\u{0}\u{3}".utf8), kind: .executable,
      refused: "Tệp «a.exe» thực ra là chương trình chạy được. \(FileVerdict.acceptedMatter)"),
  ]

  @Test("HS-04 trong hồ sơ nhận cả ghi âm, ghi hình, thư", arguments: matters) func judgesMatter(_ example: Case)
    async throws
  {
    try await SelfMadeFiles.use { files, _ in
      let verdict = try FileVerdict.judging(files.file("stored", example.bytes))
      #expect(verdict.kind == example.kind)
      #expect(verdict.refusal(named: example.name, taking: FileKind.Family.matter)?.message == example.refused)
      #expect(verdict.refusal(named: example.name) != nil)
    }
  }

  @Test func recordingsAreNoDocuments() {
    #expect(
      FileVerdict(kind: .mp3).refusal(named: "a.mp3")?.message
        == "Tệp «a.mp3» là ghi âm MP3, không nhận ở đây. \(FileVerdict.accepted)")
  }

  enum Bomb: String, CaseIterable { case big, dense, escaping, many }

  @Test(arguments: Bomb.allCases) func refusesBombs(_ bomb: Bomb) async throws {
    let more: [(name: String, packed: Int, unpacked: Int)] =
      switch bomb {
      case .big: [("word/media/a.bin", 30_000, 201 << 20)]
      case .dense: [("word/media/a.bin", 30_000, 7 << 20)]
      case .escaping: [("word/../../etc/passwd", 10, 10)]
      case .many: (0..<2000).map { ("word/media/\($0)", 1, 1) }
      }
    try await SelfMadeFiles.use { files, _ in
      let entries = Self.word + more
      let verdict = try FileVerdict.judging(files.file("stored", SelfMadeFiles.zip(entries)))
      guard case .bomb = verdict.flaw else {
        Issue.record("không thấy là bom nén: \(verdict)")
        return
      }
      #expect(verdict.refusal(named: "a.docx")?.message.contains("không an toàn") == true)
    }
  }

  @Test func overlappingEntriesAreABomb() {
    let entry = ZIPDirectory.Entry(
      name: "word/a", packedBytes: 10, unpackedBytes: 10, offset: 0, isEncrypted: false)
    var directory = ZIPDirectory([], count: 0)
    directory?.entries = [entry, entry]
    #expect(directory?.flaw(fileBytes: 1000) == .bomb("các mục trong tệp nén chồng lên nhau"))
  }
}
