import Glibc

/// Whole files as bytes: read at once, written beside and renamed.
public enum FileBytes {
  /// A file larger than this is no plan.
  static let sizeLimit = 1 << 31

  /// All bytes of a file.
  public static func read(_ path: String) throws(SheetError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAWorkbook(path: path) }
    let size = Int(status.st_size)
    guard size < sizeLimit else { throw .tooLarge(path: path) }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      askForLargePages(UnsafeMutableRawBufferPointer(buffer))
      while count < size {
        let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failed = true }
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw .system(path) }
    return bytes
  }

  /// Lets the system serve much memory in large pages; for a large file that saves a tenth of the time.
  private static func askForLargePages(_ memory: UnsafeMutableRawBufferPointer) {
    let page = 1 << 21
    guard let base = memory.baseAddress, memory.count >= 4 * page else { return }
    let start = base.alignedUp(toMultipleOf: page)
    let length = (memory.count - (start - base)) / page * page
    madvise(start, length, MADV_HUGEPAGE)
  }

  /// What keeps the files of this process apart from those of another at the same work.
  static var processSuffix: String { String(getpid()) }

  /// Writes a file whole: beside its place first, then renamed, so that no half is ever seen.
  public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(SheetError) {
    try writeBeside(path) { (beside) throws(SheetError) in
      guard let file = fopen(beside, "wb") else { throw .refusedWrite(path) }
      let bytes = Array(bytes)
      let written = fwrite(bytes, 1, bytes.count, file)
      let closed = fclose(file)
      guard written == bytes.count, closed == 0 else { throw .refusedWrite(path) }
    }
  }

  /// Lets a writer fill a file beside its place, then renames it; on any error nothing stays.
  public static func writeBeside(
    _ path: String, _ write: (_ beside: String) throws(SheetError) -> Void
  ) throws(SheetError) {
    let beside = Folder.join(
      Folder.parent(of: path), ".\(Folder.lastName(of: path)).\(processSuffix)")
    Unfinished.begin(beside)
    do {
      try write(beside)
      try Unfinished.place(beside) { () throws(SheetError) in
        guard rename(beside, path) == 0 else { throw .refusedWrite(path) }
      }
    } catch {
      unlink(beside)
      Unfinished.end(beside)
      throw error
    }
  }
}

extension SheetError {
  /// The error that the last system call left for a path that was to be written.
  static func refusedWrite(_ path: String) -> SheetError {
    .unwritable(path: path, reason: String(cString: strerror(errno)))
  }
}

extension FileBytes {
  /// Whether a file can be read at a path.
  public static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }
}

extension FileBytes {
  /// Puts a file in another place on the same disk; one that is there is replaced.
  public static func move(_ path: String, to target: String) throws(SheetError) {
    guard rename(path, target) == 0 else { throw .refusedWrite(target) }
  }
}
