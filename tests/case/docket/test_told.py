"""Whether a claim tells of an event: who did what to whom, in any voice, and nothing more."""

import pytest

from cuibono.case.docket.told import figures, root, tells_of


@pytest.mark.parametrize(
    ("claim", "event", "told"),
    [
        ("The ferry toll took effect on 1 July 2021", "The ferry toll took effect", True),
        ("The ferry toll took effect on 1 July 2021", "The bridge toll took effect", False),
        ("Our price cap took effect on 1 July 2021", "The price cap for kettles took effect", True),
        ("The Falcon kettle was launched by Brassworks", "Brassworks launches the Falcon kettle", True),
        ("Brassworks was launched by the Falcon kettle", "Brassworks launches the Falcon kettle", False),
        ("The central bank ordered Vex Bank to sell", "The central bank orders Vex Bank to sell", True),
        ("Vex Bank ordered the central bank to sell", "The central bank orders Vex Bank to sell", False),
        ("Brassworks sold Old Mill in 2021", "Brassworks sells its stake in Old Mill", False),
        ("An aide of Pia Vex was arrested in May 2021", "Pia Vex is arrested in Norhill", False),
        ("Pia Vex was arrested in May 2021", "Pia Vex is arrested in Norhill", True),
        ("Pia Vex was arrested in Marl in May 2021", "Pia Vex is arrested in Norhill", False),
        ("The opening of the Marl kiln took place in May 2021", "Brassworks opens the Marl kiln", True),
        ("The ferry deal between Norhill and Vex was signed", "Norhill signs the ferry deal with Vex", True),
        ("The ferry deal between Norhill and Old Mill was signed", "Norhill signs the ferry deal with Vex", False),
        ("Brassworks orders 40 kettles", "Brassworks orders 400 kettles", False),
    ],
)  # fmt: skip
def test_an_event_is_who_did_what_to_whom(claim: str, event: str, told: bool) -> None:
    assert tells_of(claim, event, ["Brassworks"], "", root) is told


def test_the_numbers_of_a_text_are_those_beside_its_date() -> None:
    assert figures("On 5 May 2021 it switched off its 3G network with 60 masts") == {"3g", "60"}
