"""Reports of the sample plans, and of plans that mean harm, written by the program once a run."""

import atexit
import csv
import functools
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/debug/sanphaen"
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="sanphaen-page-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)']);alert(1);//",
    "ก" * 4000,
    "\u202eกลับหัว\u202c עברית العربية",
    "งาน 👩‍🌾🌾 น้ำ",
    "ก\u0e48\u0e48\u0e48\u0e49\u0e49\u0e34\u0e34\u0e34\u0e4c",
    "หนึ่ง\u0007\u001bสอง",
    "\u202eไม่ปิดท้าย",
    "=1+1",
    "+66 ทางสาย",
    "@SUM(A1)",
    "-2+3",
    "{{data}} \\N \\\\ \"quoted\" 'so' & &amp; <b>หนา</b>",
]


def program(*arguments):
    """Runs the program to its end."""
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=240)


def run(*arguments):
    """Runs the program where it is to succeed; exit 1 only says that the plan has errors."""
    done = program(*arguments)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{arguments}: {done.returncode}\n{done.stderr}")
    return done


def sample(language="th"):
    """The report of khok-charoen, in one language."""
    return _sample(language)


@functools.cache
def _sample(language):
    folder = SCRATCH / language
    run("report", ROOT / "plans/khok-charoen", "--output", folder, "--lang", language)
    return folder


def spoil(plan, table, column, names):
    """Puts names into the first rows of a column of a table."""
    path = plan / f"{table}.csv"
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    at = rows[0].index(column)
    for row, name in zip(rows[1:], names):
        row[at] = name
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


@functools.cache
def hostile():
    """The report of a plan whose activities and funds bear names that mean harm."""
    plan = SCRATCH / "ร้าย"
    shutil.copytree(ROOT / "plans/khok-charoen", plan)
    spoil(plan, "กิจกรรม", "ชื่อกิจกรรม", [f"{name} งาน" for name in HOSTILE])
    spoil(plan, "องค์กรการเงิน", "ชื่อ", HOSTILE)
    spoil(plan, "แผน", "ชื่อแผน", ["<img src=x onerror=alert(1)></title><script>alert(1)</script>"])
    run("report", plan, "--output", SCRATCH / "hostile", "--lang", "th")
    return SCRATCH / "hostile"
