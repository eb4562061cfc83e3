"""Makes significance.json: Fisher's exact test and G² as SciPy has them, of tables from small to a million papers.

python3 -m venv venv && venv/bin/pip install scipy mpmath && venv/bin/python test/golden/significance.py

SciPy's tails lose digits in large tables; sums of whole numbers don't, so they are kept, and SciPy has to agree.
"""

import json
import math
import random
from fractions import Fraction
from pathlib import Path

from scipy.stats import chi2_contingency, fisher_exact

draw = random.Random(3)


def tail(together, a, b, papers):
    """P(X ≥ together), summed in whole numbers: each term is a number of ways, and divides without a rest."""
    term = math.comb(a, together) * math.comb(papers - a, b - together)
    first, total, x = term, 0, together
    while term > 0 and x <= min(a, b) and term * 10**25 > first:
        total += term
        term = term * (a - x) * (b - x) // ((x + 1) * (papers - a - b + x + 1))
        x += 1
    return float(Fraction(total, math.comb(papers, b)))


cases = []
for papers in [3, 6, 17, 100, 348, 2000, 30_000]:
    for _ in range(8):
        a, b = draw.randint(1, max(1, papers // 3)), draw.randint(1, max(1, papers // 2))
        low, high, mean = max(0, a + b - papers), min(a, b), round(a * b / papers)
        cases.append((draw.choice([draw.randint(low, high), max(low, min(high, mean + draw.randint(-3, 6)))]), a, b, papers))
cases += [
    (40, 500, 700, 100_000),
    (3, 500, 700, 100_000),
    (0, 500, 700, 100_000),
    (900, 20_000, 30_000, 1_000_000),
    (600, 20_000, 30_000, 1_000_000),
    (599, 20_000, 30_000, 1_000_000),
    (150, 160, 170, 1_000_000),
    (66, 66, 70, 1_000_000),
    (1, 1, 1, 1_000_000),

    (10, 10, 10, 10),
]

answers = []
for together, a, b, papers in cases:
    cells = [[together, a - together], [b - together, papers - a - b + together]]
    p = tail(together, a, b, papers)
    by_scipy = fisher_exact(cells, alternative="greater").pvalue
    assert p < 1e-290 or abs(p - by_scipy) < 1e-7 * p, (together, a, b, papers, p, by_scipy)
    isApart = 0 < a < papers and 0 < b < papers
    g2 = chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic if isApart else 0
    answers.append([together, a, b, papers, p, g2 if together * papers >= a * b else -g2])

Path(__file__).with_name("significance.json").write_text(json.dumps(answers, separators=(",", ":")) + "\n")
