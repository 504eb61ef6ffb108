"""`savings` by sparse products: a damped matrix a relation, one chain of products a metapath.

A path that returns to its activity (a fund's own activity, its issue, the same activity) only
falls on a pair that is tied already, and those are left out; so nothing has to be taken off the
diagonal. Within a plan there are few funds: the counts of an activity lie in a short row, one cell
for each fund of its plan.

With a number after the folder the work goes in blocks of that many plans: the products stay in the
caches, and the memory of one block serves the next. Without, all plans are one block.
"""

import sys

import numpy as np
from scipy import sparse

import country as peers


def prepare(country):
    counts = country.counts

    def matrix(name):
        source, target = country.edges[name]
        kinds = country.RELATIONS[name]
        ones = np.ones(len(source))
        shape = (counts[kinds[0]], counts[kinds[1]])
        return sparse.csr_matrix((ones, (source, target)), shape=shape)

    def flipped(name):
        return matrix(name).T.tocsr()

    ready = {
        "LF": matrix("serves_on"),
        "AL": flipped("leads"),
        "OF": flipped("belongs_to"),
        "AO": flipped("runs"),
        "OL": flipped("member_of"),
        "AF": flipped("finances"),
        "AI": matrix("about"),
        "IA": flipped("about"),
        "AP": matrix("activity_place"),
        "PF": flipped("fund_place"),
        "LP": matrix("lives_in"),
        "AM": flipped("supports"),
        "MA": matrix("supports"),
    }
    plans = counts["plan"]
    funds_of_plan = np.bincount(country.fund_plan, minlength=plans)
    first_fund = np.concatenate([[0], np.cumsum(funds_of_plan)])
    first_activity = np.searchsorted(country.activity_plan, np.arange(plans + 1))
    weights = list(peers.METAPATHS.values())
    plans_a_block = int(sys.argv[2]) if __name__ == "__main__" and len(sys.argv) > 2 else plans

    def damped(name):
        ones = ready[name]
        rows = np.diff(ones.indptr).astype(float)
        columns = np.bincount(ones.indices, minlength=ones.shape[1]).astype(float)
        with np.errstate(divide="ignore"):
            rows, columns = rows**-peers.DAMPING, columns**-peers.DAMPING
        data = np.repeat(rows, np.diff(ones.indptr)) * columns[ones.indices]
        return sparse.csr_matrix((data, ones.indices, ones.indptr), shape=ones.shape)

    def block(m, left, right, plan, end, result):
        """The activities of some plans; one cell for each of them and each fund of its plan."""
        rows = slice(first_activity[plan], first_activity[end])
        plan_of_row = country.activity_plan[rows]
        width = funds_of_plan[plan_of_row]
        offset = np.concatenate([[0], np.cumsum(width)])
        row_start = offset[:-1] - first_fund[plan_of_row]

        def cells(product):
            return np.repeat(row_start, np.diff(product.indptr)) + product.indices

        parts = np.zeros((len(weights), offset[-1]))
        for part, name, near, weight in zip(parts, left, right, weights):
            product = m[name][rows] @ near
            part[cells(product)] = product.data * weight
        total = parts.sum(axis=0)
        total[cells(ready["AF"][rows])] = 0
        wide = np.zeros((len(width), max(peers.TOP, width.max(initial=0))))
        wide[np.arange(wide.shape[1]) < width[:, None]] = total
        order = np.argpartition(-wide, peers.TOP - 1, axis=1)[:, : peers.TOP]
        best = np.take_along_axis(wide, order, axis=1)
        by_score = np.lexsort((order, -best), axis=1)
        order = np.take_along_axis(order, by_score, axis=1)
        best = np.take_along_axis(best, by_score, axis=1)
        found = best > 0
        funds, scores, shares = result
        funds[rows] = np.where(found, first_fund[plan_of_row][:, None] + order, -1)
        scores[rows] = best
        cell = np.where(found, offset[:-1, None] + order, 0)
        divisor = np.where(found, best, np.inf)
        for number, part in enumerate(parts):
            shares[rows, :, number] = part[cell] / divisor

    def run():
        m = {name: damped(name) for name in ready}
        left = ["AL", "AO", "AO", "AI", "AP", "AL", "AM"]
        right = [
            m["LF"],
            m["OF"],
            m["OL"] @ m["LF"],
            m["IA"] @ m["AF"],
            m["PF"],
            m["LP"] @ m["PF"],
            m["MA"] @ m["AF"],
        ]
        count = counts["activity"]
        result = (
            np.empty((count, peers.TOP), dtype=np.int32),
            np.empty((count, peers.TOP)),
            np.empty((count, peers.TOP, len(weights)), dtype=np.float32),
        )
        for plan in range(0, plans, plans_a_block):
            block(m, left, right, plan, min(plan + plans_a_block, plans), result)
        return result

    return run, lambda result: result


if __name__ == "__main__":
    peers.serve(prepare)
