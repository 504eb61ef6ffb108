"""What the peers of the bench share: the edges as they were written, and how they are asked.

The bench starts a peer once, lets it load, then asks for runs by lines on its standard input, so
that loading is never timed and all programs take turns.
"""

import json
import sys
import time

import numpy as np

DAMPING = 0.4
TOP = 10
# The seven metapaths of `savings` in the order of the shares, with their weights.
METAPATHS = {
    "leader": 1.0,
    "organisation": 1.0,
    "leader-organisation": 0.5,
    "issue": 0.5,
    "place": 0.25,
    "leader-place": 0.25,
    "mechanism": 0.25,
}


class Country:
    """Edges as pairs of int32 columns; each node by its number within its kind.

    Issues and agencies that plans share are numbered anew within each plan, so that no path leads
    from one plan to another.
    """

    RELATIONS = {
        "serves_on": ("leader", "fund"),
        "leads": ("leader", "activity"),
        "belongs_to": ("fund", "organisation"),
        "runs": ("organisation", "activity"),
        "member_of": ("leader", "organisation"),
        "finances": ("fund", "activity"),
        "about": ("activity", "issue"),
        "fund_place": ("fund", "place"),
        "activity_place": ("activity", "place"),
        "lives_in": ("leader", "place"),
        "supports": ("mechanism", "activity"),
    }

    def __init__(self, folder):
        with open(f"{folder}/counts.json") as file:
            self.counts = json.load(file)
        self.edges = {
            name: (self._column(folder, name, "from"), self._column(folder, name, "to"))
            for name in self.RELATIONS
        }
        self.fund_plan = self._column(folder, "fund_plan", "of")
        self.activity_plan = self._column(folder, "activity_plan", "of")

    @staticmethod
    def _column(folder, name, end):
        return np.fromfile(f"{folder}/{name}.{end}.i32", dtype=np.int32)


def _memory(key):
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith(key + ":"):
                return int(line.split()[1]) / 1024
    return 0.0


def serve(prepare):
    """Answers the bench: `run` with seconds and megabytes beyond what was loaded, `answer FILE`.

    `prepare(country)` gives a function without arguments that does the timed work, and one that
    turns its result into (funds, scores, shares): for each activity ten funds (-1 where there are
    fewer), their scores, and the shares of the seven metapaths.
    """
    run, answer = prepare(Country(sys.argv[1]))
    print("ready", flush=True)
    result = None
    for line in sys.stdin:
        words = line.split()
        if words[0] == "run":
            result = None
            with open("/proc/self/clear_refs", "w") as file:
                file.write("5")
            before = _memory("VmRSS")
            start = time.perf_counter()
            result = run()
            seconds = time.perf_counter() - start
            print(seconds, _memory("VmHWM") - before, flush=True)
        else:
            funds, scores, shares = answer(result)
            with open(words[1], "wb") as file:
                np.ascontiguousarray(funds, dtype=np.int32).tofile(file)
                np.ascontiguousarray(scores, dtype=np.float64).tofile(file)
                np.ascontiguousarray(shares, dtype=np.float32).tofile(file)
            print("written", flush=True)


def padded(country, activities, funds, scores, shares):
    """Rows of (activity, fund, score, shares), sorted by activity and best first, as ten a row."""
    count = country.counts["activity"]
    starts = np.searchsorted(activities, np.arange(count))
    rank = np.arange(len(activities)) - starts[activities]
    all_funds = np.full((count, TOP), -1, dtype=np.int32)
    all_scores = np.zeros((count, TOP))
    all_shares = np.zeros((count, TOP, len(METAPATHS)), dtype=np.float32)
    all_funds[activities, rank] = funds
    all_scores[activities, rank] = scores
    all_shares[activities, rank] = shares
    return all_funds, all_scores, all_shares
