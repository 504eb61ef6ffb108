"""A typed graph by scipy: for each type of edge its rows, and the rows of its other end.

The edges lie in memory as columns of numbers before the time is taken; the graph keeps each edge
once, with its rows in both directions, ascending.
"""

import json
import sys

import numpy as np
from scipy import sparse

import peer


def prepare():
    folder = sys.argv[1]
    with open(f"{folder}/shapes.json") as file:
        shapes = json.load(file)
    columns = [
        tuple(np.fromfile(f"{folder}/{number}.{end}.i32", dtype=np.int32) for end in ("from", "to"))
        for number in range(len(shapes))
    ]

    def run():
        graph = []
        for (sources, targets), shape in zip(columns, shapes):
            ones = np.ones(len(sources), dtype=np.int8)
            rows = sparse.csr_matrix((ones, (sources, targets)), shape=shape)
            graph.append((rows, rows.T.tocsr()))
        return graph

    def answer(graph):
        for both in graph:
            for rows in both:
                yield rows.indptr.astype(np.int32)
                yield rows.indices.astype(np.int32)

    return run, answer


peer.serve(prepare)
