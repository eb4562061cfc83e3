"""Writes paths.json: a small random graph and, by NetworkX, its best simple paths between some nodes.

Run it with NetworkX 3 at hand: python test/golden/paths.py > test/golden/paths.json
"""

import itertools
import json
import math
import random

import networkx as nx

LISTS = {"topics": "TOPIC", "orgs": "ORG", "authors": "AUTHOR", "repos": "REPO", "cites": "PAPER"}
MOST_HOPS = 6
COUNT = 5

rng = random.Random(6)
papers = [
    {
        "id": f"p{number}",
        "topics": sorted({f"t{int(12 ** rng.random())}" for _ in range(3)}),
        "orgs": [f"o{rng.randrange(6)}"] if rng.random() < 0.6 else [],
        "authors": sorted({f"a{rng.randrange(40)}" for _ in range(2)}),
        "repos": [f"r{rng.randrange(8)}"] if rng.random() < 0.3 else [],
        "cites": sorted({f"p{rng.randrange(number)}" for _ in range(2)}) if number > 20 else [],
    }
    for number in range(40)
]

graph = nx.Graph()
linked = {}
for paper in papers:
    for field, kind in LISTS.items():
        for key in paper[field]:
            graph.add_edge(f"PAPER {paper['id']}", f"{kind} {key}")
            linked[f"{kind} {key}"] = linked.get(f"{kind} {key}", 0) + 1

# Half of what a node costs lies on either side of it; a hop outweighs all that the nodes of a path can cost.
HOP = 1000
cost = {node: math.log(1 + linked.get(node, 0)) for node in graph}
for a, b in graph.edges:
    graph.edges[a, b]["weight"] = HOP + (cost[a] + cost[b]) / 2

nodes = sorted(graph)
answers = []
for _ in range(60):
    start, end = rng.sample(nodes, 2)
    ends = (cost[start] + cost[end]) / 2
    found = []
    for path in itertools.islice(nx.shortest_simple_paths(graph, start, end, weight="weight"), COUNT):
        hops = len(path) - 1
        if hops <= MOST_HOPS:
            found.append([hops, round(nx.path_weight(graph, path, "weight") - hops * HOP - ends, 6)])
    assert found[0][0] == nx.shortest_path_length(graph, start, end)
    answers.append({"from": start, "to": end, "paths": found})

print(json.dumps({"maxHops": MOST_HOPS, "count": COUNT, "papers": papers, "answers": answers}, separators=(",", ":")))
