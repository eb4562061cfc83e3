"""Makes related.json: what NetworkX says of the measures of links on a small graph that is shaped like a real one.

python3 -m venv venv && venv/bin/pip install networkx scipy && venv/bin/python test/golden/related.py
"""

import json
import random
from itertools import accumulate
from pathlib import Path

import networkx as nx

PAPERS, TOPICS, AUTHORS, ORGS, REPOS = 60, 25, 40, 8, 20
SEEDS = ["p00", "p07", "p31", "p59"]

draw = random.Random(7)


def some(kind, count, of):
    """Distinct nodes, a few of which are drawn far more often than the others (Zipf)."""
    weights = list(accumulate(1 / (rank + 1) for rank in range(of)))
    return sorted({f"{kind}{draw.choices(range(of), cum_weights=weights)[0]:02}" for _ in range(count)})


papers = []
for number in range(PAPERS):
    papers.append(
        {
            "id": f"p{number:02}",
            "topics": some("t", 4, TOPICS),
            "orgs": some("o", draw.randint(0, 2), ORGS),
            "authors": some("a", draw.randint(1, 5), AUTHORS),
            "repos": some("r", draw.randint(0, 1), REPOS),
            "cites": sorted({f"p{draw.randrange(PAPERS):02}" for _ in range(draw.randint(0, 4))} - {f"p{number:02}"}),
        }
    )
# One cites another that cites it, and one has nothing.
papers[0]["cites"] = ["p07", "p09"]
papers[7]["cites"] = ["p00", "p12"]
papers.append({"id": "p60", "topics": [], "orgs": [], "authors": [], "repos": [], "cites": []})

KINDS = ["topics", "orgs", "authors", "repos", "cites"]


def graph_of(kinds):
    graph = nx.Graph()
    graph.add_nodes_from(paper["id"] for paper in papers)
    for paper in papers:
        for kind in kinds:
            graph.add_edges_from((paper["id"], other) for other in paper[kind])
    return graph


def pairs(graph, measure, seed):
    others = [(seed, paper["id"]) for paper in papers if paper["id"] != seed]
    return {other: score for _, other, score in measure(graph, others) if score > 0}


def walk(graph, seeds):
    # Its tolerance is for each node; this is far below 1e-9 altogether. It starts everywhere, so of ranks of 0 a trace is left.
    ranks = nx.pagerank(graph, alpha=0.85, personalization={seed: 1 for seed in seeds}, tol=1e-14, max_iter=1000)
    return {
        paper["id"]: ranks[paper["id"]]
        for paper in papers
        if paper["id"] not in seeds and ranks[paper["id"]] > 1e-11
    }


answers = []
for kinds in [KINDS, ["topics"], ["cites"]]:
    graph = graph_of(kinds)
    for seed in [*SEEDS, "p60"]:
        answers.append(
            {
                "kinds": kinds,
                "seeds": [seed],
                "ADAMIC_ADAR": pairs(graph, nx.adamic_adar_index, seed),
                "RESOURCE_ALLOCATION": pairs(graph, nx.resource_allocation_index, seed),
                "JACCARD": pairs(graph, nx.jaccard_coefficient, seed),
                "PERSONALISED_PAGERANK": walk(graph, [seed]),
            }
        )
    answers.append({"kinds": kinds, "seeds": SEEDS, "PERSONALISED_PAGERANK": walk(graph, SEEDS)})

rounded = json.loads(json.dumps(answers), parse_float=lambda text: float(f"{float(text):.10g}"))
Path(__file__).with_name("related.json").write_text(
    json.dumps({"networkx": nx.__version__, "papers": papers, "answers": rounded}, separators=(",", ":")) + "\n"
)
