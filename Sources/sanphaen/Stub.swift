import ArgumentParser
struct Report: ParsableCommand {}
struct Draw: ParsableCommand {}
struct Convert: ParsableCommand {}
