"""Near-copies as datasketch finds them: MinHash of 128 permutations over runs of four letters, banded for 0.8.

python rate.py POSTS.json    a JSON list of texts; prints seconds of processor, then the pairs it offers as JSON
"""

import json
import sys
import time
from pathlib import Path

from datasketch import MinHash, MinHashLSH


def main() -> None:
    """Insert every text, asking first which of the others it is like."""
    texts = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    start = time.process_time()
    lsh, pairs = MinHashLSH(threshold=0.8, num_perm=128), []
    for number, text in enumerate(texts):
        plain = text.replace(" ", "")
        sketch = MinHash(num_perm=128)
        sketch.update_batch([plain[i : i + 4].encode() for i in range(len(plain) - 3)])
        pairs += [(other, number) for other in lsh.query(sketch)]
        lsh.insert(number, sketch)
    print(time.process_time() - start)
    print(json.dumps(pairs))


if __name__ == "__main__":
    main()
