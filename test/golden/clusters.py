"""Makes clusters.json: networks, the modularity of given clusters of them by NetworkX, and the best that leidenalg finds.

python3 -m venv venv && venv/bin/pip install networkx leidenalg igraph && venv/bin/python test/golden/clusters.py
"""

import json
import random
from pathlib import Path

import igraph
import leidenalg
import networkx as nx

RESOLUTIONS = [0.5, 1, 2]
SEEDS = 20


def karate():
    """Zachary's karate club, every link of weight 1."""
    return 34, [(source, target, 1) for source, target in nx.karate_club_graph().edges()]


def planted(seed, parts, size, inside, between):
    """Parts whose items are linked more often, and more strongly, than items of different parts."""
    draw = random.Random(seed)
    count = parts * size
    links = []
    for source in range(count):
        for target in range(source + 1, count):
            same = source % parts == target % parts
            if draw.random() < (inside if same else between):
                links.append((source, target, round(draw.uniform(0.001, 0.02 if same else 0.01), 4)))
    return count, links


def best_by_leidenalg(graph, resolution):
    qualities = [
        leidenalg.find_partition(
            graph,
            leidenalg.RBConfigurationVertexPartition,
            weights="weight",
            resolution_parameter=resolution,
            n_iterations=-1,
            seed=seed,
        ).quality()
        for seed in range(SEEDS)
    ]
    return max(qualities) / (2 * sum(graph.es["weight"]))


def describe(name, count, links):
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from(links)
    fast = igraph.Graph(count, [(source, target) for source, target, _ in links])
    fast.es["weight"] = [weight for _, _, weight in links]
    given = [item % 4 for item in range(count)]
    parts = [{item for item in range(count) if given[item] == part} for part in range(4)]
    return {
        "name": name,
        "itemCount": count,
        "sources": [source for source, _, _ in links],
        "targets": [target for _, target, _ in links],
        "strengths": [strength for _, _, strength in links],
        "given": given,
        "resolutions": [
            {
                "resolution": resolution,
                "ofGiven": nx.community.modularity(graph, parts, weight="weight", resolution=resolution),
                "best": best_by_leidenalg(fast, resolution),
                "bestOfLouvain": max(
                    nx.community.modularity(
                        graph,
                        nx.community.louvain_communities(graph, weight="weight", resolution=resolution, seed=seed),
                        weight="weight",
                        resolution=resolution,
                    )
                    for seed in range(SEEDS)
                ),
            }
            for resolution in RESOLUTIONS
        ],
    }


networks = [
    describe("the karate club", *karate()),
    describe("four planted parts", *planted(1, 4, 15, 0.5, 0.06)),
    describe("six blurred parts", *planted(2, 6, 12, 0.45, 0.12)),
    describe("no parts", *planted(3, 1, 50, 0.15, 0)),
]
Path(__file__).with_name("clusters.json").write_text(json.dumps(networks) + "\n")
