"""Maxims, and plain sentences that are built like them."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("A purge is a payroll by other means", "opinion"),
        ("A harbour is a gun that you do not have to load", "opinion"),
        ("A company that sells rain has no excuse", "opinion"),
        ("They fear a dockworker with a camera more than a destroyer", "opinion"),
        ("Nobody in this town can still believe what the mayor says", "opinion"),
        ("Everyone at the port knows who pays for it", "opinion"),
        ("The tower is a gift from the city of Elm", "other"),
        ("The firm has no shares in the harbour of Elm", "other"),
    ],
)
def test_maxims(read: Read, said: str, kind: str) -> None:
    assert [c.kind for c in read(f"“{said},” said Hu Wen.").claims if c.mode == "direct"] == [kind]
