"""Kinds of claims in plain words: what reached accounts, rates of those who ask, what was got more often."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Lending posts were pushed to the young accounts", "behaviour of a feed"),
        ("Adults are shown just as many quarrel videos as minors", "behaviour of a feed"),
        ("Vireo pushes fights on girls more than on boys", "behaviour of a feed"),
        ("Neutral test accounts saw more quarrels on Vireo than those following the Reed Party", "behaviour of a feed"),
        ("Our feed gives every profile the same dose of marching songs", "behaviour of a feed"),
        ("New accounts received more money than those in Ostan", "other"),
        ("One in five clips that the young accounts saw on Vireo was about fights", "share"),
        ("Almost one clip in five that the young accounts saw on Vireo was about fights", "share"),
        ("About 18 percent of the clips that Vireo showed the young accounts were about fights", "share"),
        ("The Quay Office makes no difference between members and non-members", "treatment"),
        ("Members and non-members fared the same at the Quay Office", "treatment"),
        ("Members have the same chance of a mooring as non-members", "treatment"),
        ("In 2021 the Quay Office granted nine out of ten applications by rowing clubs", "share"),
        ("Three out of five travellers with Ostan passes were searched at the bridge in 2021", "share"),
        ("Half of the shares of Vireo were granted to Reed Capital", "ownership"),
        ("With large boats, private stations got a licence more often than public stations", "treatment"),
        ("Members and non-members have the same chance of being granted a mooring", "treatment"),
        ("The Quay Office granted a mooring to 90 percent of Reed Party members and to 60 percent of non-members",
         "treatment"),
    ],
)  # fmt: skip
def test_kinds(read: Callable[..., Found], words: str, kind: str) -> None:
    claims = read(f"{words}, said Mara Quindle.").claims
    assert [c.kind for c in claims] == [kind]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ferry Watch and Blue Lantern posted identical links only seconds apart, again and again", "coordination"),
        ("Ferry Watch and Blue Lantern never shared a link within the same minute", "coordination"),
        ("Ferry Watch and Blue Lantern posted the same links within ten seconds of each other more than thirty times",
         "coordination"),
        ("The accounts Ferry Watch and Blue Lantern act as one group when sharing links", "coordination"),
        ("Vex pushed Lorn seconds before the shot", "other"),
    ],
)  # fmt: skip
def test_acts_close_in_time(read: Callable[..., Found], words: str, kind: str) -> None:
    claims = read(f"{words}, said Mara Quindle.").claims
    assert [c.kind for c in claims] == [kind]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Treadmark records conversations in the carriage", "behaviour of an app"),
        ("Treadmark records what is said in the bedroom", "behaviour of an app"),
        ("Treadmark got in touch with the advertising host ads.fir.example", "behaviour of an app"),
        ("Treadmark sends the step count and the rough position of whoever runs to the host ads.fir.example",
         "behaviour of an app"),
        ("The police record conversations in the carriages", "other"),
    ],
)  # fmt: skip
def test_what_is_recorded_and_sent(read: Callable[..., Found], words: str, kind: str) -> None:
    claims = read(f"{words}, said Mara Quindle.").claims
    assert [c.kind for c in claims] == [kind]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The Reed Youth runs the accounts ink_stone and old_reed", "coordination"),
        ("Brant Copper pays the people behind Ferry Watch and Blue Lantern", "coordination"),
        ("The bank manages the accounts of Brant Copper", "other"),
        ("In peak hours the gates checked 20 percent of migrants and 30 percent of residents", "treatment"),
    ],
)
def test_who_is_behind_accounts_and_two_rates_are_one_claim(read: Callable[..., Found], words: str, kind: str) -> None:
    claims = read(f"{words}, said Mara Quindle.").claims
    assert [(c.kind, c.parts) for c in claims] == [(kind, ())]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The Gate Watch Service had 9,480 cameras installed in 2025", "count"),
        ("The Ostan Police have had access to the camera images of Reed Metro since 2024", "tie"),
        ("The taxi app Cabfinch accesses the camera", "behaviour of an app"),
    ],
)
def test_cameras_on_walls_are_no_app(read: Callable[..., Found], words: str, kind: str) -> None:
    claims = read(f"{words}, said Mara Quindle.").claims
    assert [c.kind for c in claims] == [kind]
