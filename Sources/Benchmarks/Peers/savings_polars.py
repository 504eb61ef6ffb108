"""`savings` by joins in polars: a damped edge table a relation, one chain of joins a metapath.

Each chain is summed up as soon as it can be, so that no intermediate table is larger than needed.
"""

import numpy as np
import polars as pl

import country as peers


def prepare(country):
    tables = {
        name: pl.DataFrame({kinds[0]: country.edges[name][0], kinds[1]: country.edges[name][1]})
        for name, kinds in country.RELATIONS.items()
    }

    def damped(name):
        source, target = country.RELATIONS[name]
        degrees = pl.len().over(source) * pl.len().over(target)
        return tables[name].lazy().with_columns(w=degrees.cast(pl.Float64) ** -peers.DAMPING)

    def chain(left, right, on, ends):
        """Joins two weighted tables and sums the products of their weights by both ends."""
        return (
            left.join(right, on=on)
            .group_by(ends)
            .agg(w=(pl.col("w") * pl.col("w_right")).sum())
        )

    def run():
        e = {name: damped(name) for name in tables}
        ends = ["activity", "fund"]

        def through(name, key):
            """Fund to what its activities share, and on to the activities that share it too."""
            near = chain(e["finances"], e[name], "activity", ["fund", key])
            return chain(near, e[name], key, ends)

        fund_organisation = chain(
            e["serves_on"], e["member_of"], "leader", ["fund", "organisation"]
        )
        fund_neighbour = chain(e["fund_place"], e["lives_in"], "place", ["fund", "leader"])
        products = [
            chain(e["serves_on"], e["leads"], "leader", ends),
            chain(e["belongs_to"], e["runs"], "organisation", ends),
            chain(fund_organisation, e["runs"], "organisation", ends),
            through("about", "issue"),
            chain(e["fund_place"], e["activity_place"], "place", ends),
            chain(fund_neighbour, e["leads"], "leader", ends),
            through("supports", "mechanism"),
        ]
        names = list(peers.METAPATHS)
        weighted = [
            product.select(ends + [(pl.col("w") * peers.METAPATHS[name]).alias(name)])
            for name, product in zip(names, products)
        ]
        best = (
            pl.concat(weighted, how="diagonal")
            .group_by(ends)
            .agg(pl.col(names).sum())
            .join(tables["finances"].lazy(), on=ends, how="anti")
            .with_columns(score=pl.sum_horizontal(names))
            .sort(["activity", "score", "fund"], descending=[False, True, False])
            .filter(pl.int_range(pl.len()).over("activity") < peers.TOP)
            .with_columns([(pl.col(name) / pl.col("score")).cast(pl.Float32) for name in names])
        )
        return best.collect()

    def answer(best):
        shares = np.stack([best[name].to_numpy() for name in peers.METAPATHS], axis=1)
        return peers.padded(
            country, best["activity"].to_numpy(), best["fund"].to_numpy(),
            best["score"].to_numpy(), shares,
        )

    return run, answer


peers.serve(prepare)
