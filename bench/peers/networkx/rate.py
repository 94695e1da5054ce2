"""networkx: the five shortest simple paths by -log(strength) between three pairs; prints figures as JSON."""

import itertools
import json
import math
import random
import statistics
import sys
import time
from pathlib import Path

import networkx as nx


def main() -> None:
    """Build the graph from columns, then ask."""
    rows = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    start = time.perf_counter()
    graph = nx.Graph()
    for one, other, strength in zip(rows["one"], rows["other"], rows["strength"], strict=True):
        cost = -math.log(strength * 0.9)
        if not graph.has_edge(one, other) or graph[one][other]["cost"] > cost:
            graph.add_edge(one, other, cost=cost)
    built = time.perf_counter() - start
    draw = random.Random(4)
    names = sorted(graph)
    took = []
    for _ in range(3):
        one, other = draw.sample(names, 2)
        start = time.perf_counter()
        list(itertools.islice(nx.shortest_simple_paths(graph, one, other, weight="cost"), 5))
        took.append(1000 * (time.perf_counter() - start))
    print(json.dumps({"built": built, "median": statistics.median(took)}))


if __name__ == "__main__":
    main()
