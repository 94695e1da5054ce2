from xml.etree import ElementTree

from cuibono.model.figure import Bar, Figure, Hop
from cuibono.reports.svg import draw

HOPS = (
    Hop("Alder Works", "Ada <Elm>", "director since 2001", "Company Register", back=True),
    Hop("Ada <Elm>", "Quince Office", "member, says Fig Daily", sure=False, aside="state"),
)


def _figure(hops: tuple[Hop, ...]) -> Figure:
    return Figure("From Alder Works to Quince Office", "", (Bar("a", 1.0),), "chain", hops=hops)


def test_boxes_and_arrows_stand_below_each_other() -> None:
    tree = ElementTree.fromstring(draw(_figure(HOPS)))
    boxes = [float(e.get("y", "")) for e in tree.iter() if e.get("class") == "fig-box"]
    assert boxes == sorted(boxes)
    assert len(boxes) == 3
    assert [e.get("class") for e in tree.iter() if (e.get("class") or "").startswith("fig-arrow")] == [
        "fig-arrow",
        "fig-arrow fig-unsure",
    ]


def test_it_is_told_in_words_too() -> None:
    drawn = draw(_figure(HOPS))
    assert (
        "Chain: Alder Works from Ada &lt;Elm&gt;: director since 2001, Company Register; "
        "Ada &lt;Elm&gt; to Quince Office: member, says Fig Daily, state." in drawn
    )
    assert "<Elm>" not in drawn


def test_a_long_chain_is_cut_and_says_so() -> None:
    long = tuple(Hop(f"box {i}", f"box {i + 1}", "tie") for i in range(20))
    drawn = draw(_figure(long), width=320)
    assert "and 8 more steps" in drawn
    assert drawn.count('class="fig-box"') == 13
