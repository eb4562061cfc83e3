"""Makes co_occurrence.json: what NetworkX, pandas and SciPy say of the co-occurrence network of keywords of hf-daily.

python3 -m venv venv && venv/bin/pip install networkx pandas scipy && venv/bin/python test/golden/co_occurrence.py
"""

import ast
import json
import math
from pathlib import Path

import networkx as nx
import pandas as pd
from scipy.stats import chi2_contingency, hypergeom

HERE = Path(__file__).parent
FOLDER = HERE / "../../../shared/data/hf-daily"
TOP, MIN_PAPERS, EACH = 100, 2, 4

keywords = {}
for file in sorted(FOLDER.glob("*.json")):
    answer = json.loads(file.read_text())
    for row in answer if isinstance(answer, list) else answer["data"]:
        # Some days were written by Python.
        paper = (ast.literal_eval(row) if isinstance(row, str) else row)["paper"]
        if paper["id"] not in keywords:
            keywords[paper["id"]] = {word.strip().lower() for word in paper.get("ai_keywords") or []}

papers = len(keywords)
table = pd.DataFrame(
    [(paper, word, len(words)) for paper, words in keywords.items() for word in words],
    columns=["paper", "topic", "total"],
)
frequent = table.topic.value_counts()
frequent = frequent[frequent >= MIN_PAPERS]
items = sorted(frequent.index, key=lambda word: (-frequent[word], word))[:TOP]
place = {word: index for index, word in enumerate(items)}
table = table[table.topic.isin(items)].assign(item=lambda rows: rows.topic.map(place))
both = table.merge(table, on="paper")
both = both[both.item_x < both.item_y].assign(share=lambda rows: 1 / (rows.total_x - 1))
links = both.groupby(["item_x", "item_y"]).agg(papers=("share", "size"), share=("share", "sum")).reset_index()
occurrences = [int(frequent[word]) for word in items]


def measures(count, together, a, b, degrees, total):
    pmi = math.log2(count * papers / (a * b))
    cells = [[together, a - together], [b - together, papers - a - b + together]]
    g2 = chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic
    return {
        "COUNT": count,
        "ASSOCIATION_STRENGTH": count / (a * b),
        "OBSERVED_TO_EXPECTED": count / (degrees[0] * degrees[1] / (2 * total)),
        "COSINE": count / math.sqrt(a * b),
        "EQUIVALENCE": count * count / (a * b),
        "JACCARD": count / (a + b - count),
        "INCLUSION": count / min(a, b),
        "PMI": pmi,
        "NPMI": pmi / -math.log2(count / papers),
        "LOG_LIKELIHOOD": g2 if together * papers >= a * b else -g2,
        "pValue": hypergeom.sf(together - 1, papers, a, b),
    }


def network(column):
    graph = nx.Graph()
    graph.add_nodes_from(range(len(items)))
    for row in links.itertuples():
        graph.add_edge(row.item_x, row.item_y, count=float(getattr(row, column)))
    degrees = dict(graph.degree(weight="count"))
    total = graph.size(weight="count")
    rows = []
    for row in links.itertuples():
        a, b = row.item_x, row.item_y
        ends = (degrees[a], degrees[b])
        found = measures(float(getattr(row, column)), row.papers, occurrences[a], occurrences[b], ends, total)
        graph[a][b]["strength"] = found["ASSOCIATION_STRENGTH"]
        rows.append({"source": a, "target": b, "papers": row.papers, **found})
    ranks = nx.pagerank(graph, alpha=0.85, weight="count", tol=1e-14, max_iter=1000)
    between = nx.betweenness_centrality(graph)
    return graph, {
        "totalCount": total,
        "weightedDegrees": [degrees[item] for item in range(len(items))],
        "pageRanks": [ranks[item] for item in range(len(items))],
        "betweenness": [between[item] for item in range(len(items))],
        "links": rows[::EACH],
        "sums": {name: math.fsum(row[name] for row in rows) for name in rows[0] if name not in ("source", "target")},
    }


graph, full = network("papers")
_, fractional = network("share")
communities = nx.community.louvain_communities(graph, weight="strength", seed=1)
cluster = {item: number for number, community in enumerate(communities) for item in community}

golden = {
    "networkx": nx.__version__,
    "paperCount": papers,
    "linkCount": len(links),
    "items": items,
    "occurrences": occurrences,
    "FULL": full,
    "FRACTIONAL": fractional,
    "partition": {
        "clusters": [cluster[item] for item in range(len(items))],
        "modularity": nx.community.modularity(graph, communities, weight="strength", resolution=1),
        "modularityAtTwo": nx.community.modularity(graph, communities, weight="strength", resolution=2),
    },
}
rounded = json.loads(json.dumps(golden), parse_float=lambda text: float(f"{float(text):.13g}"))
(HERE / "co_occurrence.json").write_text(json.dumps(rounded, separators=(",", ":")) + "\n")
