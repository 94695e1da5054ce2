"""The body that a text is about: the first one that the sentence just before names."""

from cuibono.extract.ties_items import Item, Row

_NEAR = 400  # characters; what was named farther back is no topic any more


class Topic:
    """Remembers the body of the last sentence that named one."""

    def __init__(self) -> None:
        self._item: Item | None = None
        self._end = -_NEAR

    def before(self, row: Row) -> Item | None:
        """The topic when a sentence begins, if the sentence that set it lies near and no heading between."""
        if self._item is None or row.span.start - self._end > _NEAR:
            return None
        gap = row.analysis.text[self._end : row.span.start]
        return self._item if gap.count("\n") <= 2 else None

    def pass_on(self, row: Row) -> None:
        """Take over what a sentence names first."""
        bodies = [i for i in row.items if i.sort == "N" and i.kind == "O"]
        if bodies:
            self._item, self._end = bodies[0], row.span.end
