// Whole commands, timed from outside in turn with their peers, so that a drift of the machine's
// speed meets both. `script/bench` builds everything first.
//
// For every case: median and range of the wall time, the largest peak of memory, and against the
// peer the median of the ratios pair by pair.

import Sheets

let program = Command(".build/release/sanphaen")
let reader = Command(".build/release/Benchmarks")
let scratch = "/tmp/sanphaen-bench"
/// Made by `script/bench`, with the peers in it.
let python = Command(".build/bench-venv/bin/python")

let cases = [
  Case(
    name: "report khok-charoen",
    command: program.with("report", "plans/khok-charoen", "--output", scratch),
    limits: .init(seconds: 3, megabytes: 200),
    peers: [
      (
        "dot on the same diagrams, one after the other",
        Command("sh").with(
          "-c", "for f in \(scratch)/diagrams/*.dot; do dot -Tsvg \"$f\" >/dev/null; done")
      )
    ]),
  Case(
    name: "check khok-charoen", command: program.with("check", "plans/khok-charoen"),
    limits: .init(seconds: 0.05),
    peers: [
      (
        "python's csv reading the same files",
        python.with(
          "-c",
          """
          import csv, glob
          for name in glob.glob('plans/khok-charoen/*.csv'):
              for row in csv.DictReader(open(name, encoding='utf-8-sig')): dict(row)
          """)
      )
    ]),
  Case(
    name: "links khok-charoen",
    command: program.with("links", "plans/khok-charoen", "--limit", "0")),
]

/// Times all commands and the reading of large files.
func commandRows(runs: Int) throws -> [Row] {
  let drawings = [
    try DrawingCase("plans/khok-charoen", scratch: scratch).measure(runs: runs),
    try DiagramsCase(seed: 1, scratch: scratch).measure(runs: runs),
  ]
  return drawings + cases.map { $0.measure(runs: runs) }
    + readings(try LargeSheet.write(into: scratch)).map { $0.measure(runs: runs) }
}

/// Reading the two files of a large sheet.
private func readings(_ large: (workbook: String, text: String)) -> [ReadingCase] {
  [
    ReadingCase(
      name: "200,000 rows of XLSX", own: reader.with("read", large.workbook),
      peer: python.with(
        "-c",
        """
        import sys, time, python_calamine
        start = time.perf_counter()
        book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
        rows = book.get_sheet_by_index(0).to_python()
        seconds = time.perf_counter() - start
        assert len(rows) == 200001
        print(seconds)
        """, large.workbook),
      peerName: "python-calamine"),
    ReadingCase(
      name: "200,000 rows of CSV", own: reader.with("read", large.text),
      peer: python.with(
        "-c",
        """
        import sys, time, duckdb
        base = duckdb.connect()
        start = time.perf_counter()
        base.execute("CREATE TABLE t AS SELECT * FROM read_csv(?, all_varchar=true)", [sys.argv[1]])
        seconds = time.perf_counter() - start
        assert base.execute("SELECT count(*) FROM t").fetchall() == [(200000,)]
        print(seconds)
        """, large.text),
      peerName: "duckdb's read_csv into a table"),
  ]
}
