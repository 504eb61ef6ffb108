"""The check of one plan by Python's own library alone: check_plain.py FOLDER.

The same as `whole.py check`: all tables read, amounts parsed, every reference looked up.
"""

import csv
import json
import os
import sys

TABLES = {
    "place": "พื้นที่", "activity": "กิจกรรม", "leader": "แกนนำ", "organisation": "องค์กร",
    "fund": "องค์กรการเงิน", "mechanism": "กลไก", "link": "ความเชื่อมโยง", "offer": "แลกเปลี่ยน",
}
NAMES = {"place": "ชื่อหมู่บ้าน", "activity": "ชื่อกิจกรรม"}
REFERENCES = {
    "leader": {"องค์กรการเงิน": "fund", "องค์กร": "organisation", "หมู่บ้าน": "place", "ประเด็น": "issue"},
    "activity": {
        "แกนนำ": "leader", "องค์กร": "organisation", "องค์กรการเงิน": "fund", "ประเด็น": "issue",
        "พื้นที่": "place", "กลไกสนับสนุน": "mechanism", "บรรจุในแผนของ": "mechanism",
    },
    "fund": {"องค์กร": "organisation", "พื้นที่": "place"},
    "organisation": {"ประเด็น": "issue", "พื้นที่": "place"},
    "mechanism": {"ประเด็น": "issue", "พื้นที่": "place"},
}
AMOUNTS = {
    "activity": ["งบประมาณ", "ทุนชุมชน", "เริ่ม", "สิ้นสุด"],
    "fund": ["สมาชิก", "เงินออม", "หุ้น", "เงินกู้คงค้าง", "ค้างชำระ", "ทุนสำรอง", "สินทรัพย์"],
}


def read(folder, table):
    path = f"{folder}/{table}.csv"
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def known(cell):
    return cell not in (None, "", "-")


tables = {kind: read(sys.argv[1], table) for kind, table in TABLES.items()}
rows = {
    kind: {row[key]: index for key in ("รหัส", NAMES.get(kind, "ชื่อ")) for index, row in enumerate(table)}
    for kind, table in tables.items() if kind not in ("link", "offer")
}
ties, dangling, issues = {}, 0, set()
for kind, columns in REFERENCES.items():
    for column, other in columns.items():
        found = set()
        for index, row in enumerate(tables[kind]):
            for word in row[column].split(";") if known(row.get(column)) else []:
                if other == "issue":
                    issues.add(word)
                    found.add((index, word))
                elif word in rows[other]:
                    found.add((index, rows[other][word]))
                else:
                    dangling += 1
        ties[f"{kind} {column}"] = len(found)
amounts, wrong = 0, 0
for kind, columns in AMOUNTS.items():
    for row in tables[kind]:
        for column in columns:
            if not known(row.get(column)):
                continue
            try:
                float(row[column].replace(",", ""))
                amounts += 1
            except ValueError:
                wrong += 1
counts = {kind: len(table) for kind, table in tables.items()} | {"issue": len(issues)}
print(json.dumps({"tables": counts, "ties": ties, "amounts": amounts, "wrong": wrong, "dangling": dangling}))
