import CQpdf
import Words

/// What cairo cannot write into a PDF: its language, and that the window shows the title.
enum PDFFinishing {
  /// Why a document could not be finished; qpdf's own word.
  struct Failure: Error {
    let reason: String
  }

  /// The document with its language, a title bar that shows the title, and an identifier that the same
  /// content always has.
  static func finished(_ document: [UInt8], _ language: Language) throws(Failure) -> [UInt8] {
    var data: qpdf_data? = qpdf_init()
    defer { qpdf_cleanup(&data) }
    guard let data else { throw Failure(reason: "qpdf") }
    // Errors are looked at; qpdf is not to write on the terminal.
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, 1)
    // qpdf reads from the bytes until it has written.
    let finished: [UInt8]? = document.withUnsafeBytes { bytes in
      let text = bytes.assumingMemoryBound(to: CChar.self).baseAddress
      guard succeeds(qpdf_read_memory(data, "pdf", text, UInt64(bytes.count), nil)) else {
        return nil
      }
      mark(data, language)
      removeStructure(data)
      guard succeeds(qpdf_init_write_memory(data)) else { return nil }
      qpdf_set_deterministic_ID(data, 1)
      qpdf_set_object_stream_mode(data, qpdf_o_generate)
      guard succeeds(qpdf_write(data)), let buffer = qpdf_get_buffer(data) else { return nil }
      return Array(UnsafeBufferPointer(start: buffer, count: qpdf_get_buffer_length(data)))
    }
    guard let finished else {
      throw Failure(reason: String(cString: qpdf_get_error_full_text(data, qpdf_get_error(data))))
    }
    return finished
  }

  private static func mark(_ data: qpdf_data, _ language: Language) {
    let root = qpdf_get_root(data)
    let tag = language.pick("th-TH", "en")
    qpdf_oh_replace_key(data, root, "/Lang", qpdf_oh_new_string(data, tag))
    let preferences = qpdf_oh_new_dictionary(data)
    qpdf_oh_replace_key(data, preferences, "/DisplayDocTitle", qpdf_oh_new_bool(data, 1))
    qpdf_oh_replace_key(data, root, "/ViewerPreferences", preferences)
  }

  /// Takes out the tree of tags that cairo 1.16 begins for links and does not write whole: it refers to
  /// objects that are not there.
  private static func removeStructure(_ data: qpdf_data) {
    qpdf_oh_remove_key(data, qpdf_get_root(data), "/StructTreeRoot")
    for index in 0..<max(0, Int(qpdf_get_num_pages(data))) {
      let page = qpdf_get_page_n(data, Int(index))
      qpdf_oh_remove_key(data, page, "/StructParents")
      let notes = qpdf_oh_get_key(data, page, "/Annots")
      guard qpdf_oh_is_array(data, notes) != 0 else { continue }
      for item in 0..<qpdf_oh_get_array_n_items(data, notes) {
        qpdf_oh_remove_key(data, qpdf_oh_get_array_item(data, notes, item), "/StructParent")
      }
    }
  }

  /// Whether qpdf went on; a warning is no failure.
  private static func succeeds(_ code: QPDF_ERROR_CODE) -> Bool { code & QPDF_ERRORS == 0 }
}
