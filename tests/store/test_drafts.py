"""The draft of a report: a file of the case folder that people may edit, with its earlier versions."""

import json

import pytest

from cuibono.errors import CaseDamaged, CuibonoError
from cuibono.model.draft import Block, Draft, Part
from cuibono.store import database, drafts
from cuibono.store.config import write_settings
from cuibono.store.layout import Layout


@pytest.fixture
def layout(tmp_path) -> Layout:  # type: ignore[no-untyped-def]
    made = Layout(tmp_path / "case")
    database.create(made)
    write_settings(made, "A case")
    return made


ONE = Draft("Lamps", (Block("heading", text="Who makes glass"), Block("finding", id="f-1"), Block("text", text="So.")))


def test_a_draft_is_read_as_it_was_written(layout: Layout) -> None:
    assert drafts.read(layout) is None
    drafts.write(layout, ONE)
    assert drafts.read(layout) == ONE
    told = json.loads(layout.draft.read_text("utf-8"))
    assert told["blocks"] == [{"heading": "Who makes glass"}, {"finding": "f-1"}, {"text": "So."}]


def test_every_change_can_be_taken_back_and_saving_the_same_is_none(layout: Layout) -> None:
    drafts.write(layout, ONE)
    drafts.write(layout, ONE)
    assert drafts.undo(layout) is None
    drafts.write(layout, ONE.without(1))
    drafts.write(layout, ONE.without(1).without(0))
    assert drafts.steps(layout) == 2
    assert drafts.undo(layout) == ONE.without(1)
    assert drafts.undo(layout) == ONE
    assert drafts.undo(layout) is None


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 9}', '{"blocks": 3}', '{"blocks": [{"picture": "x"}]}'])
def test_a_file_that_is_none_is_said_so(layout: Layout, text: str) -> None:
    layout.draft.write_text(text, "utf-8")
    with pytest.raises(CaseDamaged, match=r"report\.json cannot be read"):
        drafts.read(layout)


def test_a_draft_that_is_too_long_is_refused(layout: Layout) -> None:
    with pytest.raises(CuibonoError, match="at most 500 pieces"):
        drafts.write(layout, Draft(blocks=(Block("text", text="x"),) * 501))
    with pytest.raises(CuibonoError):
        drafts.write(layout, Draft(blocks=(Block("text", text="x" * 20_001),)))


def test_pieces_are_put_moved_and_taken_out() -> None:
    assert ONE.put(Block("finding", id="f-1")) == ONE
    assert ONE.put(Block("claim", id="c-1"), 0).blocks[0] == Block("claim", id="c-1")
    assert [b.kind for b in ONE.moved(2, 0).blocks] == ["text", "heading", "finding"]
    assert ONE.moved(0, 9) == ONE
    assert ONE.put(Block("claim", id="c-1")).chosen("claim") == ("c-1",)
    assert Part("text", "one\nline\r\n\r\n\nanother").paragraphs == ("one line", "another")
