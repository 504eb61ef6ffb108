"""What the peers that rank savings share: the edges as they were written, and their answers."""

import json
import sys

import numpy as np

import peer

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


def serve(prepare):
    """Answers the bench, see `peer.serve`.

    `prepare(country)` gives a function without arguments that does the timed work, and one that
    turns its result into (funds, scores, shares): for each activity ten funds (-1 where there are
    fewer), their scores, and the shares of the seven metapaths.
    """

    def prepare_all():
        run, answer = prepare(Country(sys.argv[1]))

        def columns(result):
            funds, scores, shares = answer(result)
            return (
                np.ascontiguousarray(funds, dtype=np.int32),
                np.ascontiguousarray(scores, dtype=np.float64),
                np.ascontiguousarray(shares, dtype=np.float32),
            )

        return run, columns

    peer.serve(prepare_all)


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
