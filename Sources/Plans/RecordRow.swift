/// A record's cells, column by column; what is not known is nil or empty.
///
/// `TableRow` reads any sheet, `PlainRow` the cells of plain ones; the records are made of either alike.
protocol RecordRow {
  var table: Table { get }
  /// Where the record begins.
  var source: Source { get }
  /// The cells under headings that FORMAT does not know.
  var extras: [ExtraValue] { get }
  /// The text of a column, trimmed of white space at its ends.
  func text(_ column: Column) -> String?
  /// The values of a column that holds several, each once.
  func texts(_ column: Column) -> [String]
  func number(_ column: Column) -> Double?
  /// The amount of a column, which may be written as a percentage of another's.
  func number(_ column: Column, shareOf whole: Column, _ amount: Double?) -> Double?
  func date(_ column: Column) -> PlanDate?
  /// One of a few words.
  func choice<Value: Choice>(_ column: Column, _: Value.Type) -> Value?
  /// Several of a few words.
  func choices<Value: Choice>(_ column: Column, _: Value.Type) -> [Value]
  /// Yes or no.
  func flag(_ column: Column) -> Bool?
  /// Tells of something that is odd in the row.
  func report(_ problem: Diagnostic.Problem, at column: Column)
}

extension RecordRow {
  func choice<Value: Choice>(_ column: Column) -> Value? { choice(column, Value.self) }

  func choices<Value: Choice>(_ column: Column) -> [Value] { choices(column, Value.self) }
}
