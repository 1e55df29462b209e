import Kernel
import Organization
import TestSupport
import Testing

@Suite("DEN-14 theo dõi, đôn đốc, gia hạn trên màn hình") struct FollowUpOverHTTPTests {
  @Test(
    "an officer notes, asks an opinion and more time; the others answer; the result names the reply: by forms alone")
  func onTheWay() async throws {
    try await withApp { app in
      let path = try await app.signedIn(as: Cast.registryClerk).register()
      let leader = try await app.signedIn(as: Cast.leader)
      _ = try await leader.send(
        path + "/but-phe",
        ["y-kien": "Giao Vụ KS trả lời", "han": "30/12/2099", "vai-u105": "lead", "can-tra-loi": "1"])
      let head = try await app.signedIn(as: Cast.unitHead)
      _ = try await head.send(
        try await head.get(path).act("phan-cong"), ["vai-p\(Cast.officerInCharge.post)": "lead", "han": "20/12/2099"])

      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let task = try await officer.get(path)
      _ = try await officer.send(try task.act("tien-do"), ["y-kien": "Đã lấy số liệu", "loai": "progress"])
      try await leader.get(path).requireText("Đã lấy số liệu")
      _ = try await officer.send(
        try task.act("xin-y-kien"), ["y-kien": "Có vướng luật không?", "vai-u106": "1", "han": "10/12/2099"])
      _ = try await officer.send(try task.act("xin-gia-han"), ["han": "25/12/2099", "ly-do": "Thiếu số liệu"])

      let lawyer = try await app.signedIn(as: Cast.headOfTwo)
      let asked = try await lawyer.get(path)
      try asked.requireText("xin ý kiến")
      try await lawyer.refused(try asked.act("y-kien"), ["y-kien": "Trái luật"]).requireText("Hãy chọn một ý kiến")
      _ = try await lawyer.send(try asked.act("y-kien"), ["dong-y": "disagree", "y-kien": "Trái Điều 5"])
      try await officer.get(path).requireText("Không đồng ý: Trái Điều 5")

      try await head.get("/viec-cua-toi").requireText("Trả lời xin gia hạn")
      _ = try await head.send(try await head.get(path).act("gia-han"), ["cho-gia-han": "1", "han": "25/12/2099"])
      try await officer.get(path).requireText("25/12/2099")

      _ = try await leader.send(try await leader.get(path).act("don-doc"), ["muc": "remind", "y-kien": "Khẩn trương"])
      try await officer.get(path).requireText("Đôn đốc lần 1")
      try await officer.refused(try task.act("ket-qua"), ["ket-qua": "Xong"]).requireText("cần văn bản trả lời")
      _ = try await officer.send(
        try task.act("ket-qua"),
        ["ket-qua": "Đã trả lời", "loai-ket-qua": "reply", "van-ban-tra-loi": "12/TCĐC-KS"])
      try await head.get(path).requireText("12/TCĐC-KS")
    }
  }

  @Test("a followed document stands in its own list; all of one's work goes to a colleague at once")
  func followAndHandOver()
    async throws
  {
    try await withApp { app in
      let path = try await app.signedIn(as: Cast.registryClerk).register()
      let leader = try await app.signedIn(as: Cast.leader)
      _ = try await leader.submit(
        try ShownForm(path + "/theo-doi", on: try await leader.get(path)).typing(["theo-doi": "1"]))
      try await leader.get("/van-ban-den?theo-doi=1").requireText("Về việc")
      try await leader.get(path).requireText("Thôi theo dõi")
      _ = try await leader.submit(
        try ShownForm(path + "/theo-doi", on: try await leader.get(path)).typing(["theo-doi": "0"]))
      try await leader.get("/van-ban-den?theo-doi=1").requireText("Không có văn bản nào khớp bộ lọc")
      _ = try await leader.send(
        path + "/but-phe", ["y-kien": "Xem xét", "vai-p\(Cast.officerInCharge.post)": "lead"])
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      try await officer.get("/viec-cua-toi/ban-giao").requireText("đang giữ 1 việc")
      try await officer.refused("/viec-cua-toi/ban-giao", ["ly-do": ""]).requireText("Hãy chọn người nhận")
      let led = try await officer.send(
        "/viec-cua-toi/ban-giao", ["noi-nhan": "\(Cast.unitClerk.post)", "ly-do": "Nghỉ phép"])
      #expect(led.hasPrefix("/viec-cua-toi/hang-loat/"))
      try await officer.get(led).requireText("Đã bàn giao 1/1 văn bản")
      try await officer.get(path).requireStatus(404)
      let successor = try await app.signedIn(as: Cast.unitClerk)
      try await successor.get(path).requireText("Nhận việc")
    }
  }
}
