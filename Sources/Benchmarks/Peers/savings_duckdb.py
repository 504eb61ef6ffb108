"""`savings` in SQL by duckdb: the same joins and sums as the tables of polars, in one statement."""

import duckdb
import numpy as np

import country as peers


def weighted_edges(name, kinds):
    source, target = kinds
    return f"""{name} AS MATERIALIZED (
        SELECT {source}, {target},
            pow(count(*) OVER (PARTITION BY {source}) * count(*) OVER (PARTITION BY {target}),
                -{peers.DAMPING}) AS w
        FROM edges_{name})"""


def chain(name, left, right, on, ends):
    return f"""{name} AS (
        SELECT {ends[0]}, {ends[1]}, sum(l.w * r.w) AS w
        FROM {left} l JOIN {right} r USING ({on}) GROUP BY ALL)"""


def statement(relations):
    ends = ("activity", "fund")
    steps = [weighted_edges(name, kinds) for name, kinds in relations.items()]
    steps += [
        chain("fund_organisation", "serves_on", "member_of", "leader", ("fund", "organisation")),
        chain("fund_neighbour", "fund_place", "lives_in", "place", ("fund", "leader")),
        chain("fund_issue", "finances", "about", "activity", ("fund", "issue")),
        chain("fund_mechanism", "finances", "supports", "activity", ("fund", "mechanism")),
        chain("m0", "serves_on", "leads", "leader", ends),
        chain("m1", "belongs_to", "runs", "organisation", ends),
        chain("m2", "fund_organisation", "runs", "organisation", ends),
        chain("m3", "fund_issue", "about", "issue", ends),
        chain("m4", "fund_place", "activity_place", "place", ends),
        chain("m5", "fund_neighbour", "leads", "leader", ends),
        chain("m6", "fund_mechanism", "supports", "mechanism", ends),
    ]
    weights = list(peers.METAPATHS.values())
    numbers = range(len(weights))
    every = " UNION ALL ".join(
        f"SELECT activity, fund, "
        + ", ".join(f"{weights[n]} * w AS p{n}" if n == number else f"0.0 AS p{n}" for n in numbers)
        + f" FROM m{number}"
        for number in numbers
    )
    sums = ", ".join(f"sum(p{n}) AS p{n}" for n in numbers)
    shares = ", ".join(f"(p{n} / score)::FLOAT AS s{n}" for n in numbers)
    score = " + ".join(f"p{n}" for n in numbers)
    steps.append(f"every AS ({every})")
    steps.append(f"summed AS (SELECT activity, fund, {sums} FROM every GROUP BY ALL)")
    steps.append(f"""scored AS (
        SELECT *, {score} AS score FROM summed
        ANTI JOIN edges_finances USING (activity, fund))""")
    return f"""CREATE OR REPLACE TABLE best AS WITH {", ".join(steps)}
        SELECT activity, fund, score, {shares} FROM scored
        QUALIFY row_number() OVER (PARTITION BY activity ORDER BY score DESC, fund) <= {peers.TOP}"""


def prepare(country):
    connection = duckdb.connect()
    connection.execute("SET preserve_insertion_order = false")
    for name, (source, target) in country.RELATIONS.items():
        columns = {source: country.edges[name][0], target: country.edges[name][1]}
        connection.register("columns", columns)
        connection.execute(f"CREATE TABLE edges_{name} AS SELECT * FROM columns")
        connection.unregister("columns")
    work = statement(country.RELATIONS)

    def run():
        connection.execute(work)

    def answer(_):
        best = connection.execute("SELECT * FROM best ORDER BY activity, score DESC, fund")
        best = best.fetchnumpy()
        shares = np.stack([best[f"s{n}"] for n in range(len(peers.METAPATHS))], axis=1)
        return peers.padded(country, best["activity"], best["fund"], best["score"], shares)

    return run, answer


peers.serve(prepare)
