"""A country of plans read by polars: the files of a table joined first where each plan has its own, then
parsed at once."""

import io
import os

import numpy as np
import polars as pl

TABLES = {
    "place": "พื้นที่",
    "activity": "กิจกรรม",
    "leader": "แกนนำ",
    "organisation": "องค์กร",
    "fund": "องค์กรการเงิน",
    "mechanism": "กลไก",
}
# Relation: the table and column that say it, the kind of what it names, and whether it leads there.
RELATIONS = {
    "serves_on": ("leader", "องค์กรการเงิน", "fund", True),
    "leads": ("activity", "แกนนำ", "leader", False),
    "belongs_to": ("fund", "องค์กร", "organisation", True),
    "runs": ("activity", "องค์กร", "organisation", False),
    "member_of": ("leader", "องค์กร", "organisation", True),
    "finances": ("activity", "องค์กรการเงิน", "fund", False),
    "about": ("activity", "ประเด็น", "issue", True),
    "fund_place": ("fund", "พื้นที่", "place", True),
    "activity_place": ("activity", "พื้นที่", "place", True),
    "lives_in": ("leader", "หมู่บ้าน", "place", True),
    "supports": ("activity", "กลไกสนับสนุน", "mechanism", False),
}
# What only the check looks at.
MORE_RELATIONS = {
    "adopts": ("activity", "บรรจุในแผนของ", "mechanism", False),
    "covers": ("mechanism", "ประเด็น", "issue", True),
    "works_on": ("leader", "ประเด็น", "issue", True),
    "organisation_about": ("organisation", "ประเด็น", "issue", True),
    "organisation_place": ("organisation", "พื้นที่", "place", True),
    "mechanism_place": ("mechanism", "พื้นที่", "place", True),
}
MORE_TABLES = {"link": "ความเชื่อมโยง", "offer": "แลกเปลี่ยน"}
AMOUNTS = {
    "activity": ["งบประมาณ", "ทุนชุมชน", "เริ่ม", "สิ้นสุด"],
    "fund": ["สมาชิก", "เงินออม", "หุ้น", "เงินกู้คงค้าง", "ค้างชำระ", "ทุนสำรอง", "สินทรัพย์"],
}


class Plans:
    """Tables with a column for the plan, nodes numbered by kind, and edges as columns of numbers."""

    def __init__(self, folder, more=False):
        self.together = os.path.exists(f"{folder}/แผน.csv")
        self.names = self._ids(folder) if self.together else sorted(os.listdir(folder))
        tables = TABLES | MORE_TABLES if more else TABLES
        self.tables = {kind: self._read(folder, table) for kind, table in tables.items()}
        self.counts = {kind: frame.height for kind, frame in self.tables.items()}
        self.counts["plan"] = len(self.names)
        self.dangling = 0
        self.edges = {}
        for name, (kind, column, other, leads_there) in (RELATIONS | MORE_RELATIONS if more else RELATIONS).items():
            rows, found = self._references(kind, column, other)
            self.edges[name] = (rows, found) if leads_there else (found, rows)

    @staticmethod
    def _ids(folder):
        return pl.read_csv(f"{folder}/แผน.csv", infer_schema_length=0)["รหัส"].to_list()

    def _read_together(self, folder, table):
        """One file for all plans, told apart by a column."""
        path = f"{folder}/{table}.csv"
        frame = pl.read_csv(path, infer_schema_length=0, null_values=["-", ""])
        plan = pl.col("แผน").cast(pl.Enum(self.names)).to_physical().cast(pl.Int32)
        return frame.with_columns(plan.alias("plan"), pl.int_range(pl.len()).alias("row"))

    def _read(self, folder, table):
        if self.together:
            return self._read_together(folder, table)
        header, bodies, counts = b"", [], []
        for name in self.names:
            try:
                with open(f"{folder}/{name}/{table}.csv", "rb") as file:
                    data = file.read()
            except FileNotFoundError:
                counts.append(0)
                continue
            end = data.index(b"\n") + 1
            header, body = data[:end], data[end:]
            bodies.append(body)
            counts.append(body.count(b"\n"))
        frame = pl.read_csv(
            io.BytesIO(header + b"".join(bodies)), infer_schema_length=0, null_values=["-", ""]
        )
        plan = np.repeat(np.arange(len(self.names), dtype=np.int32), counts)
        return frame.with_columns(pl.Series("plan", plan), pl.int_range(pl.len()).alias("row"))

    def _references(self, kind, column, other):
        cells = (
            self.tables[kind]
            .lazy()
            .select("plan", "row", word=pl.col(column).str.split(";"))
            .explode("word")
            .drop_nulls("word")
        )
        if other == "issue":
            found = cells.with_columns(
                target=pl.struct("plan", "word").rank("dense").cast(pl.Int32) - 1
            ).collect()
            self.counts["issue"] = int(found["target"].max()) + 1 if found.height else 0
        else:
            # A cell holds the id of a row or its exact name.
            words = self.tables[other].lazy()
            name = "ชื่อ" if "ชื่อ" in self.tables[other].columns else {"place": "ชื่อหมู่บ้าน"}[other]
            named = pl.concat(
                [words.select("plan", word=pl.col(key), target="row") for key in ("รหัส", name)]
            ).unique(["plan", "word"], keep="first", maintain_order=True)
            found = cells.join(named, on=["plan", "word"], how="left").collect()
            self.dangling += found["target"].null_count()
            found = found.drop_nulls("target")
        found = found.unique(["row", "target"], maintain_order=True)
        return (
            found["row"].to_numpy().astype(np.int32),
            found["target"].to_numpy().astype(np.int32),
        )

    def amounts(self):
        """How many amounts are known and how many cells hold something else, thousands separators off."""
        known, wrong = 0, 0
        for kind, columns in AMOUNTS.items():
            frame = self.tables[kind]
            for column in columns:
                text = frame[column]
                number = text.str.replace_all(",", "").cast(pl.Float64, strict=False)
                known += len(number) - number.null_count()
                wrong += number.null_count() - text.null_count()
        return known, wrong
