import Kernel
import Testing

@testable import WebAPI

@Suite("API JSON") struct JSONTests {
  @Test("what is written is read back the same, members in the order of their names") func roundTrip() throws {
    let value: JSONValue = [
      "a": "Trích \"yếu\"\\\n\u{1}", "b": .list([1, -7, .number(1.5), true, false, .null]), "c": ["d": "Đ"],
    ]
    #expect(JSONValue(reading: value.bytes) == value)
  }

  @Test("3.0 is the integer 3, true is no number, a huge number is none") func numbers() {
    #expect(
      JSONValue(reading: Array("[3.0, true, 1, 1e300, 9007199254740993]".utf8)) == [
        3, true, 1, .number(1e300), .number(9_007_199_254_740_992),
      ])
  }

  @Test(
    "what is no JSON is refused",
    arguments: ["", "{", "nul", "[\"\\ud800\"]", "{\"a\":1}{\"b\":2}", "[1e999]"])
  func broken(text: String) { #expect(JSONValue(reading: Array(text.utf8)) == nil) }

  @Test("bytes that are no UTF-8 are refused") func bytes() { #expect(JSONValue(reading: [0x22, 0xFF, 0x22]) == nil) }

  @Test("too many containers in one another are refused, brackets in texts not counted") func depth() {
    let most = JSONValue.depthMax
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(JSONValue(reading: nested(most)) != nil)
    #expect(JSONValue(reading: nested(most + 1)) == nil)
    #expect(JSONValue(reading: nested(100_000)) == nil)
    #expect(JSONValue(reading: Array("[\"\\\"[[[[[[[[[[[[[[[[[[[[\"]".utf8)) != nil)
  }
}

@Suite("API schema") struct SchemaTests {
  private static let schema = APISchema.named(
    "Thing",
    .object([
      APIField("name", .filled(5), required: true), APIField("day", .nullable(.day)),
      APIField("kind", .choice(["a", "b"])), APIField("keys", .list(.key, min: 1, max: 2)), APIField("on", .flag),
    ]))

  @Test(
    "every fault is told at its place",
    arguments: [
      ("{\"name\":\"x\"}", []), ("{}", ["name"]), ("{\"name\":\"\"}", ["name"]), ("{\"name\":\"sáu chữ\"}", ["name"]),
      ("{\"name\":\"x\",\"day\":null,\"kind\":\"a\",\"keys\":[1,2],\"on\":false}", []),
      ("{\"name\":\"x\",\"day\":\"2026-02-30\"}", ["day"]),
      ("{\"name\":\"x\",\"kind\":\"c\",\"on\":1}", ["kind", "on"]),
      ("{\"name\":\"x\",\"keys\":[]}", ["keys"]), ("{\"name\":\"x\",\"keys\":[1,2,3]}", ["keys"]),
      ("{\"name\":\"x\",\"keys\":[0]}", ["keys/0"]), ("{\"name\":\"x\",\"keys\":[\"1\",1.5]}", ["keys/0", "keys/1"]),
      ("{\"name\":\"x\",\"more\":1}", ["more"]), ("{\"name\":null}", ["name"]),
    ])
  func faults(text: String, places: [String]) throws {
    let value = try #require(JSONValue(reading: Array(text.utf8)))
    #expect(Self.schema.faults(of: value).map(\.field) == places)
  }

  @Test("a named schema is a reference, its members stand once") func text() {
    #expect(Self.schema.json == ["$ref": "#/components/schemas/Thing"])
    #expect(Self.schema.namedSchemas.map(\.name) == ["Thing"])
    #expect(APISchema.nullable(.choice(["a"])).json == ["type": ["string", "null"], "enum": ["a", .null]])
  }
}

@Suite("API paging and pace") struct PagingTests {
  @Test("a cursor is read back; what was not made here is none") func cursor() {
    for position in ["7", "hoa-12", "ưỡng 5"] { #expect(APICursor.position(APICursor.text(position)) == position) }
    for text in ["", "7", "MTo", "!!!", "AAAA", "MToACg"] where APICursor.position(text) != nil {
      #expect(APICursor.position(text) == "", "\(text)")
    }
  }

  @Test("pages of a small list follow one another without gap or repeat") func pages() throws {
    let all = (1...7).map { Int64($0) }
    var seen: [Int64] = []
    var position: String?
    repeat {
      let page = try APIPage(all: all.reversed(), after: position, limit: 3, key: { $0 })
      seen += page.items
      position = page.next
    } while position != nil
    #expect(seen == all)
  }
}
