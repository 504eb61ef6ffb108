import Graphs

/// Finds the names that may be near others at all.
///
/// Two texts within one insertion, deletion, replacement or swap share all that stands before and
/// behind one of three parts of them. So names are grouped by what is left of them without each of the
/// parts; few meet another, and these are compared.
struct NameSuspects: ~Copyable {
  /// A group by its hash.
  private struct Slot: BitwiseCopyable {
    var hash: UInt32
    /// The one who came last, counted from 1; 0 where nobody did.
    var last: Int32
  }

  /// A name in a group.
  private struct Member: BitwiseCopyable {
    let name: Int32
    /// The one who came before it, counted from 1; 0 for the first.
    let earlier: Int32
    /// How many the group has with it.
    let size: Int32
  }

  private let names: [String]
  private var members = Pile<Member>()
  private var slots = Pile<Slot>()
  private var isSuspect: [Bool]
  /// The hashes of a name's first letters, and of its last ones read backwards, by how many they are.
  private var starts = Pile<UInt64>()
  private var ends = Pile<UInt64>()

  /// The names that are near others, ascending, and some of those where many look alike.
  ///
  /// - Complexity: O(letters).
  static func find(_ names: [String], _ forms: borrowing NameForms) -> [Int] {
    var search = NameSuspects(names)
    for name in names.indices { search.add(name, forms) }
    return names.indices.filter { search.isSuspect[$0] }
  }

  private init(_ names: [String]) {
    self.names = names
    // A name is in nine groups at most.
    let count = 1 << (Int.bitWidth - (names.count * 9).leadingZeroBitCount)
    slots.extend(by: count).initialize(
      repeating: Slot(hash: 0, last: 0), count: count)
    isSuspect = [Bool](repeating: false, count: names.count)
  }

  private mutating func add(_ name: Int, _ forms: borrowing NameForms) {
    let form = forms[name]
    hash(form.bare, forms)
    let count = form.bare.count
    let bare = Self.mixed(starts.elements[count], 0)
    // One that comes again is near to whom the first was.
    if isAgain(name, bare) { return }
    join(bare, name, forms)
    if count + 1 >= NameForms.shortest {
      // Names of a few lengths are compared with each other, the longest also with those of one more.
      let lengths = count < 16 ? 2 : 4
      joinParts(name, count / lengths * lengths, forms)
      if (count + 1) % lengths == 0 { joinParts(name, count + 1, forms) }
    }
    if form.core != form.bare { join(wholeHash(form.core, forms), name, forms) }
    if form.untitled != form.core { join(wholeHash(form.untitled, forms), name, forms) }
  }

  /// Whether a name equals one that its hash leads to.
  private func isAgain(_ name: Int, _ hash: UInt32) -> Bool {
    var place = Int(slots.elements[slot(hash)].last)
    while place > 0 {
      let member = members.elements[place - 1]
      if names.haveSameKey(Int(member.name), name) { return true }
      place = Int(member.earlier)
    }
    return false
  }

  private func wholeHash(_ text: Range<Int>, _ forms: borrowing NameForms) -> UInt32 {
    Self.mixed(LetterHash.of(forms.text(text)), 0)
  }

  private mutating func hash(_ text: Range<Int>, _ forms: borrowing NameForms) {
    starts.removeAll()
    ends.removeAll()
    let starts = starts.extend(by: text.count + 1)
    let ends = ends.extend(by: text.count + 1)
    let letters = forms.text(text)
    var (start, end) = (UInt64(0), UInt64(0))
    (starts[0], ends[0]) = (start, end)
    for place in letters.indices {
      start = LetterHash.append(letters[place], to: start)
      end = LetterHash.append(letters[letters.count - 1 - place], to: end)
      (starts[place + 1], ends[place + 1]) = (start, end)
    }
  }

  /// Joins the groups of what stands before and behind each part of the name that was hashed.
  ///
  /// - Parameter shortest: How many letters the shortest of those have that it is compared with; one
  ///   less counts as so many, and meets none of one less.
  private mutating func joinParts(_ name: Int, _ shortest: Int, _ forms: borrowing NameForms) {
    // All but two letters, which a swap may take out, are shared: one more falls into the parts.
    let length = shortest - 1
    for part in 0..<Self.partCount {
      let before = length * part / Self.partCount
      let behind = length - length * (part + 1) / Self.partCount
      let end = ends.elements[behind] &+ UInt64(shortest * Self.partCount + part + 1)
      join(Self.mixed(starts.elements[before], end), isPart: true, name, forms)
    }
  }

  private static let partCount = 3

  /// Adds a name to a group, and compares it with those who are there.
  ///
  /// - Parameter isPart: Whether they share but parts.
  private mutating func join(
    _ hash: UInt32, isPart: Bool = false, _ name: Int, _ forms: borrowing NameForms
  ) {
    let slot = slot(hash)
    let last = slots.elements[slot].last
    let size = last == 0 ? 0 : members.elements[Int(last) - 1].size
    // Where many agree they are told apart by more.
    if size > NearNames.reach {
      isSuspect[name] = true
      return
    }
    var place = Int(last)
    while place > 0 {
      let other = Int(members.elements[place - 1].name)
      place = Int(members.elements[place - 1].earlier)
      if isSuspect[other], isSuspect[name] { continue }
      if size == NearNames.reach || isNear(other, name, isPart: isPart, forms) {
        isSuspect[other] = true
        isSuspect[name] = true
      }
    }
    members.append(Member(name: Int32(name), earlier: last, size: size + 1))
    slots.elements[slot] = Slot(hash: hash, last: Int32(members.count))
  }

  private func isNear(
    _ first: Int, _ second: Int, isPart: Bool, _ forms: borrowing NameForms
  ) -> Bool {
    if isPart { return forms.areOneLetterOff(first, second) }
    return first != second && forms.likeness(first, second) != nil
      && !names.haveSameKey(first, second)
  }

  /// Where the group of a hash is found, or is to be.
  private func slot(_ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots.elements[slot].hash != hash, slots.elements[slot].last != 0 {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private static func mixed(_ first: UInt64, _ second: UInt64) -> UInt32 {
    var hash = (first ^ second &* 0xFF51_AFD7_ED55_8CCD) &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 29
    return UInt32(truncatingIfNeeded: hash &* 0xD6E8_FEB8_6659_FD93 >> 32)
  }
}
