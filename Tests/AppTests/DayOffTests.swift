import Kernel
import Organization
import TestSupport
import Testing

@Suite("Hạn vào ngày nghỉ: cảnh báo, không từ chối") struct DayOffTests {
  @Test("a deadline on a day off is warned of while it is typed and in the answer, and stays that day") func warns()
    async throws
  {
    try await withApp { app in
      let path = try await app.signedIn(as: Cast.registryClerk).register()
      let leader = try await app.signedIn(as: Cast.leader)
      let warned = try await leader.get(path + "/ngay-nghi?han=9/11/2026&han-u105=24/11/2026&han-u106=7/11/2026")
      try warned.requireText("Thứ Ba, 24/11/2026 (Ngày Văn hóa Việt Nam)")
      try warned.requireText("Thứ Bảy, 07/11/2026")
      #expect(!warned.words.contains("09/11/2026"), "a Monday")
      #expect(try await leader.get(path + "/ngay-nghi?han=9/11/2026").words.isEmpty)
      let stranger = try await app.signedIn(as: Cast.officerOfAnotherAgency)
      #expect(try await stranger.get(path + "/ngay-nghi?han=24/11/2026").status == 404)

      let form = try ShownForm(path + "/but-phe", on: try await leader.get(path + "/but-phe"))
        .typing(["y-kien": "Giao chủ trì", "vai-u105": "lead", "han": "24/11/2026"])
      let answer = try await leader.follow(try await leader.submit(form))
      try answer.requireText("Lưu ý: hạn Thứ Ba, 24/11/2026 (Ngày Văn hóa Việt Nam) là ngày nghỉ.")
      try answer.requireText("Thứ Ba, 24/11/2026")
    }
  }
}
