"""Whole commands as a capable user of Python would write them: whole.py check|links|leaders FOLDER.

check: all tables parsed, amounts read, every reference looked up. links: the ten best funds of every
activity over seven metapaths by scipy, the best twenty printed. leaders: betweenness of people and
work by igraph, plan by plan, and what each leader leads; the best ten of each plan printed.
"""

import json
import sys

import numpy as np

from plans import Plans


def check(plans):
    known, wrong = plans.amounts()
    ties = {name: len(rows) for name, (rows, _) in plans.edges.items()}
    print(
        json.dumps(
            {"tables": plans.counts, "ties": ties, "amounts": known, "wrong": wrong,
             "dangling": plans.dangling}
        )
    )


def links(plans):
    import savings_scipy
    from country import Country

    plans.RELATIONS = Country.RELATIONS
    plans.fund_plan = plans.tables["fund"]["plan"].to_numpy()
    plans.activity_plan = plans.tables["activity"]["plan"].to_numpy()
    run, _ = savings_scipy.prepare(plans)
    funds, scores, shares = run()
    best = np.argsort(-scores, axis=None)[:20]
    names = {kind: plans.tables[kind]["ชื่อ" if kind == "fund" else "ชื่อกิจกรรม"] for kind in ("fund", "activity")}
    for cell in best:
        activity, place = divmod(int(cell), scores.shape[1])
        print(
            names["fund"][int(funds[activity, place])], names["activity"][activity],
            scores[activity, place], shares[activity, place],
        )


def leaders(plans):
    import igraph

    kinds = ["place", "activity", "leader", "organisation", "fund", "mechanism"]
    first = dict(zip(kinds, np.cumsum([0] + [plans.counts[kind] for kind in kinds])))
    ends = {
        "serves_on": ("leader", "fund"), "leads": ("leader", "activity"),
        "belongs_to": ("fund", "organisation"), "runs": ("organisation", "activity"),
        "member_of": ("leader", "organisation"), "finances": ("fund", "activity"),
        "fund_place": ("fund", "place"), "activity_place": ("activity", "place"),
        "lives_in": ("leader", "place"), "supports": ("mechanism", "activity"),
    }
    edges = np.concatenate(
        [
            np.column_stack([plans.edges[name][0] + first[one], plans.edges[name][1] + first[other]])
            for name, (one, other) in ends.items()
        ]
    )
    graph = igraph.Graph(n=sum(plans.counts[kind] for kind in kinds), edges=edges).simplify()
    betweenness = np.array(graph.betweenness(directed=False))[first["leader"] :]
    betweenness = betweenness[: plans.counts["leader"]]
    led = np.bincount(plans.edges["leads"][0], minlength=plans.counts["leader"])
    plan = plans.tables["leader"]["plan"].to_numpy()
    names = plans.tables["leader"]["ชื่อ"]
    order = np.lexsort((-betweenness, plan))
    rank = np.arange(len(order)) - np.searchsorted(plan[order], plan[order])
    for leader in order[rank < 10]:
        print(plans.names[plan[leader]], names[int(leader)], betweenness[leader], led[leader])


{"check": check, "links": links, "leaders": leaders}[sys.argv[1]](
    Plans(sys.argv[2], more=sys.argv[1] == "check")
)
