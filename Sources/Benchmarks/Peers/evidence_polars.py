"""The paths that speak for given pairs, listed by joins in polars: a chain of joins a metapath.

Each path is a row of its nodes and its weight; every chain begins at the pairs or at the end where
fewer rows arise.
"""

import sys

import numpy as np
import polars as pl

import country as peers
import peer


def prepare():
    country = peers.Country(sys.argv[1])
    tables = {
        name: pl.DataFrame({kinds[0]: country.edges[name][0], kinds[1]: country.edges[name][1]})
        for name, kinds in country.RELATIONS.items()
    }
    folder = sys.argv[1]
    pairs = pl.DataFrame({
        "activity": np.fromfile(f"{folder}/pairs.activity.i32", dtype=np.int32),
        "fund": np.fromfile(f"{folder}/pairs.fund.i32", dtype=np.int32),
    }).lazy()

    def damped(name, weight):
        source, target = country.RELATIONS[name]
        degrees = pl.len().over(source) * pl.len().over(target)
        return tables[name].lazy().with_columns(
            (degrees.cast(pl.Float64) ** -peers.DAMPING).alias(weight)
        )

    def run():
        first = {name: damped(name, "w1") for name in tables}
        second = {name: damped(name, "w2") for name in tables}
        third = {name: damped(name, "w3") for name in tables}
        ends = ["activity", "fund"]

        def weighted(chain, weights):
            product = pl.col(weights[0])
            for weight in weights[1:]:
                product = product * pl.col(weight)
            return chain.with_columns(w=product).drop(weights)

        def two(left, right, on):
            chain = first[left].join(second[right], on=on).join(pairs, on=ends, how="semi")
            return weighted(chain, ["w1", "w2"])

        def through(name, key):
            """Fund to what its other activities share with the activity."""
            other = third["finances"].rename({"activity": "other"})
            back = second[name].rename({"activity": "other"})
            near = other.join(back, on="other")
            chain = near.join(first[name], on=key).join(pairs, on=ends, how="semi")
            return weighted(chain.filter(pl.col("other") != pl.col("activity")), ["w1", "w2", "w3"])

        members = third["serves_on"].join(second["member_of"], on="leader")
        neighbours = third["fund_place"].join(second["lives_in"], on="place")
        chains = [
            two("serves_on", "leads", "leader"),
            two("belongs_to", "runs", "organisation"),
            weighted(
                members.join(first["runs"], on="organisation").join(pairs, on=ends, how="semi"),
                ["w1", "w2", "w3"],
            ),
            through("about", "issue"),
            two("fund_place", "activity_place", "place"),
            weighted(
                neighbours.join(first["leads"], on="leader").join(pairs, on=ends, how="semi"),
                ["w1", "w2", "w3"],
            ),
            through("supports", "mechanism"),
        ]
        return pl.collect_all(chains)

    def answer(lists):
        return [np.array([len(paths) for paths in lists], dtype=np.int64)]

    return run, answer


peer.serve(prepare)
