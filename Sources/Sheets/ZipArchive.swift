import CZip

/// An archive opened for reading from bytes in memory; nothing is ever unpacked to disk.
struct ZipArchive: ~Copyable {
  /// Inflated bytes that all parts read may come to together.
  static let inflatedLimit = 1 << 30
  /// Parts that an archive may have: workbooks have some dozens.
  static let entryLimit = 10_000
  private static let chunkSize = 1 << 16

  private let handle: OpaquePointer
  private let path: String
  private let bytes: UnsafeMutableRawBufferPointer
  private var inflated = 0
  private let limit: Int

  init(
    _ content: [UInt8], path: String, limit: Int = inflatedLimit
  ) throws(SheetError) {
    bytes = .allocate(byteCount: content.count, alignment: 16)
    bytes.copyBytes(from: content)
    self.path = path
    self.limit = limit
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
    guard let source, let handle = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      if let source { zip_source_free(source) }
      bytes.deallocate()
      throw .damaged(path: path, part: nil)
    }
    guard zip_get_num_entries(handle, 0) <= Self.entryLimit else {
      zip_discard(handle)
      bytes.deallocate()
      throw .tooLarge(path: path)
    }
    self.handle = handle
  }

  deinit {
    zip_discard(handle)
    bytes.deallocate()
  }

  /// Whether a part of that name is there.
  func contains(_ part: String) -> Bool {
    zip_name_locate(handle, part, 0) >= 0
  }

  /// Feeds a part through `receive`, chunk by chunk.
  mutating func read(
    _ part: String, _ receive: (UnsafeRawBufferPointer) throws(SheetError) -> Void
  ) throws(SheetError) {
    guard let file = zip_fopen(handle, part, 0) else { throw .damaged(path: path, part: part) }
    defer { zip_fclose(file) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkSize, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = Int(zip_fread(file, chunk.baseAddress, UInt64(chunk.count)))
      if count < 0 { throw .damaged(path: path, part: part) }
      if count == 0 { return }
      inflated += count
      if inflated > limit { throw .tooLarge(path: path) }
      try receive(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
  }
}
