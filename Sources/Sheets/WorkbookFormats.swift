import CXlsxWriter

/// The looks of cells in a workbook that is being written, each made once.
struct WorkbookFormats {
  private enum Kind { case heading, body, number, day }

  private struct Key: Hashable {
    let kind: Kind
    let shade: SheetDraft.Mark.Shade?
  }

  let heading: UnsafeMutablePointer<lxw_format>?
  let body: UnsafeMutablePointer<lxw_format>?
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    self.workbook = workbook
    heading = Self.make(.heading, nil, in: workbook)
    body = Self.make(.body, nil, in: workbook)
    if let body { made[Key(kind: .body, shade: nil)] = body }
  }

  /// The look of a cell by its kind and mark.
  mutating func format(
    of cell: Cell, _ shade: SheetDraft.Mark.Shade?
  ) -> UnsafeMutablePointer<lxw_format>? {
    let kind =
      switch cell {
      case .number: Kind.number
      case .day: Kind.day
      default: Kind.body
      }
    let key = Key(kind: kind, shade: shade)
    if let format = made[key] { return format }
    let format = Self.make(kind, shade, in: workbook)
    made[key] = format
    return format
  }

  private static func make(
    _ kind: Kind, _ shade: SheetDraft.Mark.Shade?, in workbook: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(workbook)
    switch kind {
    case .heading:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bg_color(format, 0xE8EEF4)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .body: format_set_text_wrap(format)
    case .number: format_set_num_format(format, "#,##0.####")
    case .day: format_set_num_format(format, "yyyy-mm-dd")
    }
    if let shade {
      // Apart in lightness too, so that a copier keeps them apart; framed, so that it shows them.
      let colours: [SheetDraft.Mark.Shade: UInt32] = [
        .strong: 0xF4A6A0, .medium: 0xFFD98A, .light: 0xFFF6CF,
      ]
      format_set_bg_color(format, colours[shade] ?? 0xFFFFFF)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_font_name(format, "TH Sarabun New")
    format_set_font_size(format, 16)
    return format
  }
}
