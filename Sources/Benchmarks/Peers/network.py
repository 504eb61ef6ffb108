"""Measures of an undirected graph by the libraries of others: network.py FOLDER LIBRARY MEASURE.

Each answers with one number for each node: betweenness as pairs, constraint (not a number where a
node has no ties), how often word from it is heard, whether it is a cut point, or its component,
numbered by the smallest nodes.
"""

import sys

import numpy as np

import peer

# How often word is passed on, as the program measures leaders.
PASSES = 6


def load(folder):
    count = int(np.fromfile(f"{folder}/nodes.i32", dtype=np.int32)[0])
    ends = [np.fromfile(f"{folder}/{end}.i32", dtype=np.int32) for end in ("from", "to")]
    return count, np.column_stack(ends)


def of_igraph(count, edges, measure):
    import igraph

    graph = igraph.Graph(n=count, edges=edges)
    run = {
        "betweenness": lambda: graph.betweenness(directed=False),
        "constraint": graph.constraint,
        "cutpoints": graph.articulation_points,
        "components": lambda: graph.connected_components().membership,
    }[measure]
    return run, lambda result: flags(count, result) if measure == "cutpoints" else result


def of_igraph_by_piece(count, edges, measure):
    import igraph

    graph = igraph.Graph(n=count, edges=edges)
    components = graph.connected_components()
    pieces = [(nodes, graph.induced_subgraph(nodes)) for nodes in components]

    def betweenness():
        return [piece.betweenness(directed=False) for _, piece in pieces]

    def joined(result):
        values = np.zeros(count)
        for (nodes, _), own in zip(pieces, result):
            values[nodes] = own
        return values

    return {"betweenness": (betweenness, joined)}[measure]


def of_networkit(count, edges, measure):
    import networkit

    networkit.setNumberOfThreads(2)
    graph = networkit.GraphFromCoo((edges[:, 0].copy(), edges[:, 1].copy()), n=count)

    def cutpoints():
        return networkit.components.BiconnectedComponents(graph).run()

    def components():
        return networkit.components.ConnectedComponents(graph).run()

    def blocks(result):
        met = np.zeros(count)
        for block in result.getComponents():
            met[np.unique(block)] += 1
        return met > 1

    return {
        "cutpoints": (cutpoints, blocks),
        "components": (components, lambda result: members(count, result.getComponents())),
    }[measure]


def of_rustworkx(count, edges, measure):
    import rustworkx

    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(count))
    graph.add_edges_from_no_data([tuple(edge) for edge in edges.tolist()])
    return {
        "cutpoints": (
            lambda: rustworkx.articulation_points(graph),
            lambda result: flags(count, list(result)),
        ),
        "components": (
            lambda: rustworkx.connected_components(graph),
            lambda result: members(count, result),
        ),
    }[measure]


def of_scipy(count, edges, measure):
    from scipy.sparse import coo_array
    from scipy.sparse.linalg import eigsh

    ends = np.concatenate([edges, edges[:, ::-1]])
    ties = coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(count, count)).tocsr()

    def diffusion():
        spread = 1 / eigsh(ties, k=1, which="LA", v0=np.ones(count), return_eigenvectors=False)[0]
        heard, total = np.ones(count), np.zeros(count)
        for _ in range(PASSES):
            heard = spread * (ties @ heard)
            total += heard
        return total

    return {"diffusion": (diffusion, lambda result: result)}[measure]


def flags(count, nodes):
    values = np.zeros(count)
    values[nodes] = 1
    return values


def members(count, components):
    values = np.zeros(count)
    for number, nodes in enumerate(sorted(components, key=min)):
        values[list(nodes)] = number
    return values


def prepare():
    folder, library, measure = sys.argv[1:]
    run, answer = globals()[f"of_{library}"](*load(folder), measure)
    return run, lambda result: [np.array(answer(result), dtype=np.float64)]


peer.serve(prepare)
