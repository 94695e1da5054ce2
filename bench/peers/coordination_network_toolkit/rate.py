"""Who shared links within a window, in coordination-network-toolkit's own way; prints pairs and seconds.

    python rate.py POSTS.csv DATABASE.sqlite WINDOW

The clock runs over reading into its database and over the network, not over imports.
"""

import contextlib
import io
import sqlite3
import sys
import time

from coordination_network_toolkit.compute_networks import compute_co_link_network
from coordination_network_toolkit.preprocess import preprocess_csv_files


def main(posts: str, database: str, window: str) -> None:
    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        preprocess_csv_files(database, [posts])
        compute_co_link_network(database, int(window), n_threads=2, min_edge_weight=1)
    seconds = time.perf_counter() - start
    with sqlite3.connect(database) as db:
        pairs = db.execute("SELECT count(*) FROM co_link_network WHERE user_1 < user_2").fetchone()[0]
    print(pairs, seconds)


if __name__ == "__main__":
    main(*sys.argv[1:])
