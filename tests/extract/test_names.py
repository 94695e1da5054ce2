"""Names grouped in one document; everybody is invented."""

from collections.abc import Callable

import pytest

from cuibono.extract.name_forms import acronym_of, misspelled, person_parts, same_words, short_forms
from cuibono.extract.records import Found

Read = Callable[..., Found]


def groups(found: Found) -> list[set[str]]:
    return [set(n.aliases) for n in found.names]


TOGETHER = [
    ("Lu Wenbao runs the port. Lu bought it.", {"Lu Wenbao", "Lu"}),
    ("Lu Wenbang came. Later Lu Wenban left. Lu Wenbang stayed on, said Lu Wenbang.", {"Lu Wenbang", "Lu Wenban"}),
    ("The Harbour Watch Council (HWC) met. The HWC voted.", {"Harbour Watch Council", "HWC"}),
    ("He met Pelham Shi (Shi Gaolin) at noon.", {"Pelham Shi", "Shi Gaolin"}),
    ("Muster Steel Corporation was sold. Muster Steel was old.", {"Muster Steel Corporation", "Muster Steel"}),
    ("Brindle Tide Watch is new. Brindle's staff met.", {"Brindle Tide Watch", "Brindle"}),
    ("Beijing Larkfen Culture Media Co. Ltd. lost. Larkfen's owner left.", {"Larkfen"}),
]


@pytest.mark.parametrize(("text", "forms"), TOGETHER)
def test_what_is_written_for_one_is_one(read: Read, text: str, forms: set[str]) -> None:
    assert any(forms <= g for g in groups(read(text)))


APART = [
    ("Lu Wenbao met Lu Gaolin. They left.", "Lu Wenbao", "Lu Gaolin"),
    ("Lu Wenbao met Zhao Wenbao. They left.", "Lu Wenbao", "Zhao Wenbao"),
    ("The Bank of Tern sued the Bank of Marrow.", "Bank of Tern", "Bank of Marrow"),
    ("Lu Yun is the father. His son Lu Yuan left. Lu Yuan is young.", "Lu Yun", "Lu Yuan"),
    ("Lu Haopeng met Lu Haofeng. They are brothers.", "Lu Haopeng", "Lu Haofeng"),
    ("Apple Daily was closed. Apple sells phones.", "Apple Daily", "Apple"),
    ("The Gao family thanked Gao Lintao.", "Gao family", "Gao Lintao"),
]


@pytest.mark.parametrize(("text", "one", "two"), APART)
def test_two_stay_two(read: Read, text: str, one: str, two: str) -> None:
    found = groups(read(text))
    assert any(one in g for g in found)
    assert not any({one, two} <= g for g in found)


def test_a_shared_family_name_goes_to_who_was_named_last(read: Read) -> None:
    found = read("Lu Wenbao runs the port. Lu is old. Lu Gaolin runs the bank. Lu is young.").names
    places = {n.name: [m.start for m in n.mentions] for n in found}
    assert places == {"Lu Wenbao": [0, 25], "Lu Gaolin": [36, 61]}


def test_how_a_name_is_told(read: Read) -> None:
    found = read("Lu Wenbao (pseudonym) met Zhao at the Bank of Tern.").names
    assert {n.name: n.naming for n in found} == {
        "Lu Wenbao": "pseudonymous",
        "Zhao": "partial",
        "Bank of Tern": "named",
    }


def test_ids_are_unique_and_every_mention_has_one_name(read: Read) -> None:
    found = read("Lu Wenbao met Zhao at the Bank of Tern. Lu left the bank with Zhao Gaolin.")
    spans = [m for n in found.names for m in n.mentions]
    assert sorted(spans) == [m.span for m in found.mentions]
    assert len({n.id for n in found.names}) == len(found.names)


def test_short_forms() -> None:
    assert acronym_of("HWC", "Harbour Watch Council")
    assert acronym_of("UoT", "University of Tern") is False
    assert acronym_of("UT", "University of Tern")
    assert not acronym_of("HWX", "Harbour Watch Council")
    assert not acronym_of("HWC", "HWC")


def test_one_letter_off() -> None:
    assert misspelled(["lu", "wenbang"], ["lu", "wenban"])
    assert not misspelled(["lu", "wenbao"], ["zu", "wenbao"])
    assert not misspelled(["lu", "wenbao"], ["lu", "wenbao"])
    assert person_parts("Mr. Pelham K. Shi") == ["pelham", "shi"]


def test_two_good_names_are_two_people() -> None:
    assert not misspelled(["lu", "yun"], ["lu", "yuan"])
    assert not misspelled(["lu", "haopeng"], ["lu", "haofeng"])
    assert not misspelled(["wang", "jun"], ["yang", "jun"])
    assert misspelled(["gao", "wenbang"], ["gaoo", "wenbang"])
    assert misspelled(["peter", "hollway"], ["peter", "holloway"])
    assert not misspelled(["john", "hollway"], ["joan", "hollway"])


def test_short_forms_of_bodies() -> None:
    assert "tern marrow" in short_forms("Tern Marrow Holdings Ltd.")
    assert "marrow" in short_forms("Beijing Marrow Media Co Ltd")
    assert "apple" not in short_forms("Apple Daily")
    assert short_forms("Bank of Tern") == frozenset()


def test_legal_forms_do_not_count() -> None:
    assert same_words("Muster Steel Ltd", "Muster Steel")
    assert not same_words("Muster Steel", "Muster Glass")


def test_a_name_in_brackets_that_owns_something_is_another(read: Callable[..., Found]) -> None:
    names = {n.name for n in read("Those present were Qian Wei, Bo Lifen (Qian's niece) and Luo Tao.").names}
    assert names == {"Qian Wei", "Bo Lifen", "Luo Tao"}
    (shi,) = (n for n in read("Victor Shi (Shi Zhonghan) came to Oslo.").names if n.type == "Person")
    assert set(shi.aliases) == {"Victor Shi", "Shi Zhonghan"}
