import Drawing
import Linkage
import Words

/// Where in the booklet a drawing has its place.
enum PicturePlace: Equatable {
  case plan
  case approach(String)
  case leaders
  case learning
  case capital
}

/// What the booklet reads of a picture; all of it here.
extension Picture {
  /// Where it has its place; nil where the booklet leaves it to the folder of diagrams.
  var place: PicturePlace? {
    switch kind {
    case "overview": return .plan
    case "savings", "hub", "adoption", "expansion", "partners": return .approach(kind)
    case "leads", "leaders", "team": return .leaders
    case "strength", "forum", "exchange": return .learning
    case "coverage": return .capital
    default: return nil
    }
  }

  /// The approach whose proposals it shows by their numbers.
  var approach: String? {
    switch kind {
    case "overview": "savings"
    case "leads": "leaders"
    case "savings", "hub", "adoption", "expansion", "partners", "forum", "exchange": kind
    default: nil
    }
  }

  /// The view that it is a sheet of.
  private var kind: String { String(key.prefix { $0 != "-" }) }

  /// The numbers of the proposals that it shows, ascending.
  var numbers: [Int] {
    guard approach != nil else { return [] }
    return Set((diagram?.edges ?? []).flatMap(\.numbers)).sorted()
  }

  /// What it is one sheet of: these keep their order.
  var series: String {
    let parts = key.split(separator: "-")
    let isOwn = kind == "savings" || parts.dropFirst().first == "rings"
    return parts.prefix(isOwn ? 2 : 1).joined(separator: "-")
  }

  /// The name under which links lead to it.
  var destination: String { "sheet-\(key)" }
}

/// How a drawing stands on a page.
private struct PicturePlacement {
  /// Along its own lower side.
  let width: Double
  /// Along its own left side.
  let tall: Double
  /// Whether it lies on its side.
  let isTurned: Bool
  /// What it takes of the page, with the line above it.
  let height: Double
}

extension Booklet {
  /// Sheets of one approach at most: those that show most of what is printed.
  private static let sheetLimit = 4

  /// The drawings that have their place, of one approach not more than a meeting looks at.
  static func chosen(of pictures: [Picture]) -> [Picture] {
    let placed = pictures.filter { $0.place != nil }
    let bySheet = Dictionary(grouping: placed) { $0.place == .plan ? nil : $0.approach }
    var left: Set<String> = []
    for (approach, sheets) in bySheet where approach != nil && sheets.count > sheetLimit {
      let kept = Set(mostTelling(sheets, sheetLimit).map(\.key))
      left.formUnion(sheets.map(\.key).filter { !kept.contains($0) })
    }
    return placed.filter { !left.contains($0.key) }
  }

  /// The sheets that together show most numbers, each chosen for what the others do not show.
  private static func mostTelling(_ sheets: [Picture], _ limit: Int) -> [Picture] {
    var rest = sheets
    var shown: Set<Int> = []
    var kept: [Picture] = []
    while kept.count < limit, !rest.isEmpty {
      let gains = rest.map { Set($0.numbers).subtracting(shown).count }
      guard let most = gains.max(), let index = gains.firstIndex(of: most) else { break }
      shown.formUnion(rest[index].numbers)
      kept.append(rest.remove(at: index))
    }
    return kept
  }

  /// The drawing of a proposal: the sheet of its own rather than the overview.
  func sheet(of approach: String, _ number: Int) -> Picture? {
    let showing = pictures.filter { $0.approach == approach && $0.numbers.contains(number) }
    return showing.first { $0.place != .plan } ?? showing.first
  }

  /// Sets the drawings of some places; one that still finds room on the page comes before its turn, but
  /// never before an earlier sheet of its series.
  func setPictures(of places: [PicturePlace], _ flow: inout PageFlow) {
    var rest = pictures.filter { picture in picture.place.map(places.contains) == true }
    while !rest.isEmpty {
      func first(_ fits: (Picture) -> Bool) -> Int? {
        rest.indices.first { index in
          fits(rest[index]) && !rest[..<index].contains { $0.series == rest[index].series }
        }
      }
      if let next = first({ isRoom(for: $0, flow) }) {
        set(rest.remove(at: next), nil, &flow)
      } else if let next = first({ shrunk($0, flow) != nil }) {
        let picture = rest.remove(at: next)
        set(picture, shrunk(picture, flow), &flow)
      } else {
        set(rest.remove(at: 0), nil, &flow)
      }
    }
  }

  /// Letters of a drawing that is made smaller to stand on the page, at least, points.
  private static let leastShrunk = 9.5

  /// A drawing a little smaller, so that it still stands on the page: a small one instead of on a page of
  /// its own, a large one where much of this page would stay empty; nil where that is not enough.
  private func shrunk(_ picture: Picture, _ flow: borrowing PageFlow) -> PicturePlacement? {
    let natural = placement(of: picture)
    let room = flow.room - 14 - PageFormat.lineOfReference
    let height = natural.height - PageFormat.lineOfReference
    let share = room / height
    guard !natural.isTurned, share > 0, share < 1,
      min(height, format.height - flow.room) < format.height * 0.55,
      (picture.smallestText ?? 0) * natural.width / picture.width * share >= Self.leastShrunk
    else { return nil }
    return PicturePlacement(
      width: natural.width * share, tall: natural.tall * share, isTurned: false,
      height: room + PageFormat.lineOfReference)
  }

  /// Whether a drawing of some places finds room on what is left of the page.
  func fits(anyOf places: [PicturePlace], _ flow: borrowing PageFlow) -> Bool {
    pictures.indices.contains { index in
      pictures[index].place.map(places.contains) == true && isRoom(for: pictures[index], flow)
        && !pictures[..<index].contains { $0.series == pictures[index].series }
    }
  }

  /// What the bookmarks call a drawing: sheets of one name by their numbers.
  private func mark(of picture: Picture) -> String {
    let alike = pictures.filter { $0.name == picture.name && $0.series == picture.series }
    let name = language.pick("ภาพ: ", "Drawing: ") + picture.name
    guard alike.count > 1, let index = alike.firstIndex(where: { $0.key == picture.key }) else {
      return name
    }
    return name
      + language.pick(" (\(index + 1) จาก \(alike.count))", " (\(index + 1) of \(alike.count))")
  }

  private func isRoom(for picture: Picture, _ flow: borrowing PageFlow) -> Bool {
    placement(of: picture).height + 14 <= flow.room
  }

  /// How a drawing stands on its page: turned on its side only where its letters would be too small.
  private func placement(of picture: Picture) -> PicturePlacement {
    let free = (width: format.width, height: format.height - PageFormat.lineOfReference)
    let isTurned =
      format.isUpright
      && picture.smallestText(fitting: free.width, free.height) < PageFormat.smallestText
    let scale =
      isTurned
      ? picture.scale(fitting: free.height, free.width)
      : picture.scale(fitting: free.width, free.height)
    let (width, tall) = (picture.width * scale, picture.height * scale)
    return PicturePlacement(
      width: width, tall: tall, isTurned: isTurned,
      height: (isTurned ? width : tall) + PageFormat.lineOfReference)
  }

  /// - Parameter chosen: How it stands; else as large as it is.
  private func set(
    _ picture: Picture, _ chosen: PicturePlacement?, _ flow: inout PageFlow
  ) {
    let placement = chosen ?? placement(of: picture)
    let (width, tall) = (placement.width, placement.tall)
    let (isTurned, height) = (placement.isTurned, placement.height)
    flow.leave(14)
    flow.turn(unlessFits: height)
    flow.place(.destination(picture.destination, x: format.left, y: flow.y))
    flow.mark(mark(of: picture), at: picture.destination)
    setReference(of: picture, &flow)
    let bottom = flow.y + height
    flow.place(
      .picture(
        picture,
        .init(
          x: format.left + (format.width - (isTurned ? tall : width)) / 2,
          y: isTurned ? bottom : flow.y + PageFormat.lineOfReference, width: width, height: tall,
          isTurned: isTurned)))
    flow.y = bottom
    setFullTexts(of: picture, &flow)
  }

  /// What the drawing's key only begins.
  private func setFullTexts(of picture: Picture, _ flow: inout PageFlow) {
    guard !picture.fullTexts.isEmpty else { return }
    flow.heading(language.fullTexts(of: picture), level: 3)
    for text in picture.fullTexts {
      for line in flow.lines(of: text, TextStyle(size: 11.5)) {
        flow.turn(unlessFits: line.height)
        flow.place(.text(line, x: format.left, y: flow.y))
        flow.y += line.height
      }
      flow.y += 4
    }
  }

  /// Where the reasons of what a drawing shows can be read.
  private func setReference(of picture: Picture, _ flow: inout PageFlow) {
    let printed = meeting.sections.first { $0.sentences.approach.name == picture.approach }
    let ranks = Set(printed?.chosen.map(\.opportunity.rank) ?? [])
    let numbers = picture.numbers.filter(ranks.contains)
    guard let approach = picture.approach, let first = numbers.first else { return }
    let style = TextStyle(size: 11)
    let language = language
    func list(_ count: Int) -> String {
      numbers.prefix(count).map { language.number(of: $0, approach: approach) }
        .joined(separator: " ")
        + (numbers.count > count ? " …" : "")
    }
    // There is room for one line above the drawing.
    var count = 12
    while count > 1, flow.width(of: language.reference(list(count), 999), style) > format.width {
      count -= 1
    }
    let shown = list(count)
    flow.reference(
      to: "proposal-\(approach)-\(first)", x: format.left, y: flow.y, width: format.width, style
    ) { language.reference(shown, $0) }
  }
}

extension Language {
  /// On which page what speaks for some proposals can be read.
  fileprivate func reference(_ list: String, _ page: Int) -> String {
    pick(
      "เหตุผลและช่องลงมติของข้อ \(list) เริ่มที่หน้า \(page)",
      "The reasons for \(list), and room for the decision, begin on page \(page).")
  }
}
