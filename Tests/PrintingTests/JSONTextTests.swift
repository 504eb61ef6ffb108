import Foundation
import TestSupport
import Testing

@testable import Printing

@Suite("The text of a JSON document")
struct JSONTextTests {
  private struct Some: Encodable {
    let name: String
    let first: Int?
    let firstFund: Bool
    let share: Double
    let none: [Int]
    let counts: [String: Int]
    let nodes: [NodeDocument]
    let node: NodeDocument
    let inner: [[String: [Double]]]
    @OrNull var missing: Double?
    @OrNull var there: String?
  }

  @Test("has the bytes of Foundation's encoder, keys sorted, in lines, slashes as they are")
  func equalsFoundation() throws {
    for seed in UInt64(1)...20 {
      var random = SeededGenerator(seed: seed)
      let values = (0..<4).map { _ in Self.some(&random) }
      #expect(try JSONText(values).bytes == foundation(values))
      #expect(try JSONText(values[0]).bytes == foundation(values[0]))
    }
  }

  @Test("has those of what is no object: words, numbers, and lists and objects of nothing")
  func equalsFoundationOfPlainValues() throws {
    #expect(try JSONText("ก/\"\\").bytes == foundation("ก/\"\\"))
    #expect(try JSONText(-3).bytes == foundation(-3))
    #expect(try JSONText([1.5, .nan]).bytes == foundation([1.5, .nan]))
    #expect(try JSONText([String: Int]()).bytes == foundation([String: Int]()))
    #expect(
      try JSONText([[Int]](repeating: [], count: 2)).bytes == foundation([[], []] as [[Int]]))
    #expect(try JSONText([nil, 2] as [Int?]).bytes == foundation([nil, 2] as [Int?]))
  }

  private func foundation(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return Array(try encoder.encode(value))
  }

  private static func some(_ random: inout SeededGenerator) -> Some {
    let letters = Array("กขฃ่ aZ/\\\"\n\t\r\u{1}\u{8}\u{c}\u{1f}\u{7f}é😀")
    func text() -> String {
      String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "a"
        })
    }
    func number() -> Double {
      let numbers = [0, -0.0, 1, 0.1, 1e20, 1e-7, 123_456_789.125, .infinity, -.infinity, .nan]
      return numbers.randomElement(using: &random) ?? 0
    }
    func node() -> NodeDocument { NodeDocument(id: text(), kind: text(), name: text()) }
    return Some(
      name: text(), first: Bool.random(using: &random) ? 7 : nil,
      firstFund: Bool.random(using: &random), share: number(), none: [],
      counts: ["leader-place": 2, "leader": 1, "Zone": 3, "a_b": 4],
      nodes: (0..<Int.random(in: 0...3, using: &random)).map { _ in node() }, node: node(),
      inner: [[:], ["x": [number()], "b": []]], missing: nil,
      there: Bool.random(using: &random) ? text() : nil)
  }
}
