"""In which order a person reads the lines of a page: columns, blocks, then lines."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Box = tuple[float, float, float, float]

#: Lines this many line heights wide are running text; narrower ones side by side are cells of a table.
_RUNNING = 6.0
#: White between two blocks, in line heights.
_BLOCK_GAP = 1.1
_COLUMN_GAP = 0.8
_COLUMN_LINES = 3


def reading_order(boxes: Sequence[Box]) -> list[list[int]]:
    """Put boxes (left, top, right, bottom) of text lines into the order in which people read them.

    Returns blocks, each a list of positions in ``boxes``. A page is cut in turn where white runs between
    columns of running text and where white runs between blocks (recursive X-Y cut, Nagy and Seth 1984);
    inside a block, boxes that stand level form a row and are read from left to right. Where most boxes are
    taller than wide (vertical Chinese or Japanese), columns are read from right to left.

    It sees shapes only: a table whose cells are long sentences is read column by column.
    """
    if not boxes:
        return []
    array = np.asarray(boxes, dtype=np.float64)
    height = array[:, 3] - array[:, 1]
    width = array[:, 2] - array[:, 0]
    everything = np.arange(len(array))
    if np.mean(height > 1.5 * width) > 0.5:
        return [[int(i) for i in _from_right(array)]]
    blocks: list[list[int]] = []
    waiting = [everything]
    while waiting:  # a stack, not recursion: a hostile page may nest deeper than Python does
        part = waiting.pop()
        cut = _columns(array, part) or _blocks(array, part)
        if cut is None:
            blocks.append(_rows(array, part))
        else:
            waiting += [cut[1], cut[0]]
    return blocks


Cut = tuple[NDArray[np.intp], NDArray[np.intp]] | None


def _columns(array: NDArray[np.float64], part: NDArray[np.intp]) -> Cut:
    """Cut at the widest white strip from top to bottom, if running text stands on both sides."""
    line = _line_height(array, part)
    cut = _widest_gap(array, part, low=0, high=2, least=_COLUMN_GAP * line)
    if cut is None:
        return None
    running = [
        len(side) >= _COLUMN_LINES and float(np.median(array[side, 2] - array[side, 0])) >= _RUNNING * line
        for side in cut
    ]
    return cut if all(running) else None


def _blocks(array: NDArray[np.float64], part: NDArray[np.intp]) -> Cut:
    """Cut at the tallest white strip from left to right."""
    least = _BLOCK_GAP * _line_height(array, part)
    return _widest_gap(array, part, low=1, high=3, least=least)


def _line_height(array: NDArray[np.float64], part: NDArray[np.intp]) -> float:
    return max(1.0, float(np.median(array[part, 3] - array[part, 1])))


def _widest_gap(array: NDArray[np.float64], part: NDArray[np.intp], *, low: int, high: int, least: float) -> Cut:
    """The widest interval that no box covers, along one axis."""
    order = part[np.argsort(array[part, low], kind="stable")]
    reach = np.maximum.accumulate(array[order, high])[:-1]
    gaps = array[order[1:], low] - reach
    if len(gaps) == 0 or float(gaps.max()) < least:
        return None
    at = int(gaps.argmax()) + 1
    return order[:at], order[at:]


def _rows(array: NDArray[np.float64], part: NDArray[np.intp]) -> list[int]:
    """Rows from top to bottom, each from left to right: a box joins the row whose middle it covers."""
    middle = (array[part, 1] + array[part, 3]) / 2
    rows: list[tuple[float, list[int]]] = []
    for i in part[np.argsort(middle, kind="stable")]:
        box = array[i]
        if rows and box[1] <= rows[-1][0] <= box[3]:
            rows[-1][1].append(int(i))
        else:
            rows.append((float((box[1] + box[3]) / 2), [int(i)]))
    return [i for _, row in rows for i in sorted(row, key=lambda k: (float(array[k, 0]), k))]


def _from_right(array: NDArray[np.float64]) -> NDArray[np.intp]:
    """Vertical writing: from the right edge to the left, then from top to bottom."""
    return np.lexsort((array[:, 1], -array[:, 2]))
