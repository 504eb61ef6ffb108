import CPango
import FoundationEssentials
import Sheets

/// The typeface of everything that is printed.
public enum Fonts {
  /// The family; Thai official forms are set in its sister Sarabun.
  static let family = "Laksaman"

  /// Whether the family is installed; else the system's own choice is printed.
  public static var areInstalled: Bool {
    var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count)
    defer { g_free(families) }
    return (0..<Int(count)).contains { index in
      guard let member = families?[index], let name = pango_font_family_get_name(member) else {
        return false
      }
      return String(cString: name) == family
    }
  }

  /// Style rules that carry the family with them, for pictures and pages that travel.
  ///
  /// - Parameter weights: Files of the family, by their CSS weight.
  private static func faces(_ weights: [(file: String, weight: String)]) -> String {
    weights.compactMap { file, weight in
      let path = "/usr/share/fonts/truetype/tlwg/\(file)"
      guard let bytes = try? FileBytes.read(path) else { return nil }
      let data = Data(bytes).base64EncodedString()
      return "@font-face{font-family:\"\(family)\";font-weight:\(weight);"
        + "src:url(data:font/ttf;base64,\(data)) format(\"truetype\")}"
    }
    .joined(separator: "\n")
  }

  /// The face of pictures without bold text.
  static let regular = faces([("Laksaman.ttf", "400")])

  /// The faces of the page, and of pictures with bold text.
  public static let regularAndBold = faces([("Laksaman.ttf", "400"), ("Laksaman-Bold.ttf", "700")])
}
