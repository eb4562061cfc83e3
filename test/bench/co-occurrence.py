"""Counts the pairs of an incidence with NetworkX, pandas and SciPy. Prints the CPU seconds and the pairs of each as JSON.

python test/bench/co-occurrence.py FOLDER, where starts.bin and items.bin lie, compressed sparse rows of 32-bit numbers.
"""

import json
import sys
import time
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix, triu

folder = Path(sys.argv[1])
starts = np.fromfile(folder / "starts.bin", dtype=np.uint32).astype(np.int32)
items = np.fromfile(folder / "items.bin", dtype=np.uint32).astype(np.int32)
papers = np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))


def with_networkx():
    graph = nx.Graph()
    for row in np.split(items, starts[1:-1]):
        for a, b in combinations(row.tolist(), 2):
            if graph.has_edge(a, b):
                graph[a][b]["weight"] += 1
            else:
                graph.add_edge(a, b, weight=1)
    return graph.number_of_edges()


def with_pandas():
    table = pd.DataFrame({"paper": papers, "topic": items})
    both = table.merge(table, on="paper")
    both = both[both.topic_x < both.topic_y]
    return len(both.groupby(["topic_x", "topic_y"], sort=False).size())


def product():
    matrix = csr_matrix((np.ones(len(items), dtype=np.int32), items, starts))
    return matrix.T @ matrix


def with_scipy():
    counts = product()
    # Both halves and the diagonal: not part of what is measured.
    return lambda: triu(counts, k=1).nnz


def measure(count, rounds):
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        pairs = count()
        seconds.append(time.process_time() - start)
    return {"seconds": sorted(seconds)[rounds // 2], "pairs": pairs() if callable(pairs) else pairs}


print(
    json.dumps(
        {
            "NetworkX": measure(with_networkx, 1),
            "pandas": measure(with_pandas, 3),
            "SciPy": measure(with_scipy, 5),
        }
    )
)
