"""How many can be given something of what each would take, so that no two get the same."""

from collections.abc import Sequence


def matched(offers: Sequence[Sequence[int]]) -> int:
    """The largest number of takers of whom each gets one of their own offers, no offer going to two.

    >>> matched([[1], [1, 2], [2]])
    2
    """
    holder: dict[int, int] = {}
    held: dict[int, int] = {}
    for start in range(len(offers)):
        asked: dict[int, int] = {}
        todo, free = [start], None
        while todo and free is None:
            taker = todo.pop()
            for offer in offers[taker]:
                if offer in asked:
                    continue
                asked[offer] = taker
                if offer not in holder:
                    free = offer
                    break
                todo.append(holder[offer])
        while free is not None:  # everybody on the way back hands over what they held
            taker = asked[free]
            holder[free], held[taker], free = taker, free, held.get(taker)
    return len(holder)
