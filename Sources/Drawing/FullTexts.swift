public import Words

/// Texts that are too long to stand whole in the key of a drawing, on pages of their own behind it.
extension Canvas {
  /// Sets what a picture's key only begins, each text whole, on as many further pages as it takes.
  ///
  /// - Parameters:
  ///   - area: Where text may stand on a page.
  ///   - size: The size of the letters, points.
  public func setFullTexts(
    of picture: Picture, within area: Box, size: Double, _ language: Language
  ) {
    guard !picture.fullTexts.isEmpty else { return }
    endPage()
    var y = area.top
    func set(_ text: String, _ style: TextStyle) {
      for line in lines(of: text, width: area.width, style) {
        if y + line.height > area.bottom, y > area.top {
          endPage()
          y = area.top
        }
        show(line, x: area.left, y: y)
        y += line.height
      }
    }
    set(language.fullTexts(of: picture), TextStyle(size: size, isBold: true))
    for text in picture.fullTexts {
      y += size / 2
      set(text, TextStyle(size: size))
    }
  }
}

extension Language {
  /// What stands above the texts that a drawing's key only begins.
  public func fullTexts(of picture: Picture) -> String {
    pick("ข้อความเต็มของภาพ: \(picture.title)", "In full, of the drawing: \(picture.title)")
  }

  /// What stands behind the beginning of such a text in the key.
  func isBehind(_ letters: Int) -> String {
    pick(
      " (ยาว \(number(letters)) ตัวอักษร ทั้งหมดอยู่หน้าถัดจากภาพนี้ในเล่มและในไฟล์ PDF)",
      " (\(number(letters)) letters; the whole is behind this drawing in the booklet and the PDF)")
  }
}
