"""What reading costs: time beside the bare language model in the same run, memory, and how time grows with length."""

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from random import Random

from bench.figures import Figure, checked, machine, table
from cuibono.extract import models, registry
from cuibono.extract.document import Document
from tests.gates import reading_corpus

_ROUNDS = 5
#: How much longer a character of the longest text may take than one of the text half as long.
_LINEAR = 1.5
_WORDS = 100_000


def cost(parts: str = "speed,memory,growth") -> int:
    """Measure the parts and print their figures beside the bars; 1 when one is not met."""
    every = {"speed": _speed, "memory": _memory, "growth": _growth}
    figures = [f for part in parts.split(",") for f in every[part]()]
    print(", ".join(f"{k} {v}" for k, v in machine().items()))
    print(table(figures))
    return int(any(f.met is False for f in figures))


def _speed() -> Iterator[Figure]:
    """All stages against the pipeline of the model alone, on the same text, by time of the processor."""
    text = _running(12_000)
    pipeline, extractor = models.load(), registry.named("spacy")
    document = Document(text)
    bare, whole = [], []
    for _ in range(_ROUNDS):  # turn about, so that a busy machine slows both
        bare.append(_seconds(lambda: pipeline(text)))
        whole.append(_seconds(lambda: extractor.read(document)))
    words = len(text.split())
    yield Figure("speed", "bare spaCy pipeline", words / min(bare), "words/s", note=f"best of {_ROUNDS}")
    yield Figure("speed", "everything", words / min(whole), "words/s", note=f"best of {_ROUNDS}")
    yield Figure("speed", "everything / bare", min(whole) / min(bare), "", 1.5)
    rules = registry.named("rules")
    yield Figure(
        "speed", "without a model", words / min(_seconds(lambda: rules.read(document)) for _ in range(3)), "words/s"
    )


def _memory() -> Iterator[Figure]:
    """The largest memory of a process that reads 100,000 words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text(_running(_WORDS), "utf-8")
        script = Path(__file__).with_name("reading.py")
        done = checked([sys.executable, script, "predict", path])
    yield Figure("memory", f"{_WORDS:,} words, peak", done.peak, "MB", 1024)
    yield Figure("memory", f"{_WORDS:,} words, time", done.wall, "s")


def _growth() -> Iterator[Figure]:
    """Texts that nobody wrote to be read, each at four lengths."""
    for extractor, whole in (("rules", 1_000_000), ("spacy", 80_000)):
        reading = registry.named(extractor)
        for name, make in TEXTS.items():
            taken = []
            for part in (8, 4, 2, 1):
                document = Document(make(whole // part))
                taken.append(_seconds(partial(reading.read, document)))
            shown = " ".join(f"{t:.2f}" for t in taken)
            note = f"{whole // 8:,} to {whole:,} characters: {shown} s"
            yield Figure(
                "growth", f"{extractor}: {name}, last doubling", taken[-1] / taken[-2] / 2, "", _LINEAR, note=note
            )


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def _running(words: int) -> str:
    """Articles and transcripts of the gate's corpus over and over, up to so many words."""
    paragraphs = [p for d in reading_corpus.documents() for p in d.text.split("\n\n") if p.strip()]
    taken, count = [], 0
    for paragraph in cycle(paragraphs):
        taken.append(paragraph)
        count += len(paragraph.split())
        if count >= words:
            return "\n\n".join(taken)
    raise AssertionError("a cycle does not end")


def _cut(parts: Iterator[str], length: int) -> str:
    taken, size = [], 0
    for part in parts:
        taken.append(part)
        size += len(part)
        if size >= length:
            break
    return "".join(taken)[:length]


def without_a_stop(length: int) -> str:
    """One sentence that does not end."""
    words = _running(4_000).translate(str.maketrans("", "", '.!?;:\n"“”')).split()
    return _cut((f"{w} " for w in cycle(words)), length)


def mixed_scripts(length: int) -> str:
    """Latin, Chinese, Arabic, Hebrew and Cyrillic, with marks of direction and lone surrogates."""
    pieces = [
        "Meng Kaifu said ",
        "孟开夫说：“没有。” ",
        "\u202bقال مينغ\u202c ",
        "\u200fאמר מנג ",
        "сказал Мэн. ",
        "\ud83d ",
        "😀 ",
    ]
    random = Random(1)
    return _cut((random.choice(pieces) for _ in range(length)), length)


def ocr_noise(length: int) -> str:
    """What a bad scan gives."""
    random = Random(2)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFG0123456789 .,;:|/\\-_~^'\"«»¬{}[]()\n   "
    return "".join(random.choice(letters) for _ in range(length))


def tables_as_text(length: int) -> str:
    """Columns of names and numbers, parted by tabs."""
    random = Random(3)
    cells = ["Jubilee Orchard", "Shenzhen", "12.5%", "$340 million", "2017-08-01", "n/a", "Cao Lihua", "4,300"]
    return _cut(("\t".join(random.choices(cells, k=8)) + "\n" for _ in range(length)), length)


def quotes(length: int) -> str:
    """Quotation marks that open and never close."""
    return _cut(islice(cycle(['"They said ', "“it was ", "'Luo ", "told us "]), length), length)


TEXTS: dict[str, Callable[[int], str]] = {
    "no full stop": without_a_stop,
    "mixed scripts": mixed_scripts,
    "OCR noise": ocr_noise,
    "tables as text": tables_as_text,
    "open quotes": quotes,
}
