"""What the page of an entity rests on: names, properties by speaker, contradictions, ties, dates, mentions, rows."""

import json

import pytest

from cuibono.case import Case, entities, entity_mentions, open_case
from cuibono.case.entities import EntityPage, Value, Voice
from cuibono.errors import UnknownName

ENTITIES = [
    {"id": "x-1", "schema": "Company", "properties": {"name": ["Tarn Shipping"], "incorporationDate": ["1998"]}},
    {"id": "x-2", "schema": "Company", "properties": {"name": ["Halden Metering"]}},
    {
        "id": "x-3",
        "schema": "Ownership",
        "properties": {"owner": ["x-2"], "asset": ["x-1"], "percentage": ["51"], "startDate": ["2018-01"]},
    },
]
OTHERS = [
    {"id": "x-1", "schema": "Company", "properties": {"name": ["Tarn Shipping Ltd"], "incorporationDate": ["2001"]}}
]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("entities")
    (folder / "a.ftm.json").write_text("\n".join(map(json.dumps, ENTITIES)), "utf-8")
    (folder / "b.ftm.json").write_text("\n".join(map(json.dumps, OTHERS)), "utf-8")
    (folder / "h.csv").write_text("owner,company,share,from\nState Fund,Tarn Shipping,49,2019\n", "utf-8")
    (folder / "t.txt").write_text(
        "Anna Vell said that Tarn Shipping sold its ships in 2020. Vell chairs Tarn Shipping.\n", "utf-8"
    )
    case = open_case(folder / "case")
    case.add(folder / "a.ftm.json", outlet="Register of Norland")
    case.add(folder / "b.ftm.json", outlet="Coast Desk")
    case.add(folder / "h.csv", as_table="holdings")
    case.add(folder / "t.txt", outlet="Channel Meridian")
    return case


@pytest.fixture(scope="module")
def tarn(case: Case) -> EntityPage:
    return entities.entity_page(case.layout, "x-1")


def test_it_is_called_as_its_sources_call_it(tarn: EntityPage) -> None:
    assert {n.text for n in tarn.names} == {"Tarn Shipping", "Tarn Shipping Ltd"}
    assert (tarn.schema, tarn.ids) == ("Company", ("x-1",))


def test_values_that_cannot_both_be_true_stand_side_by_side_with_their_speakers(tarn: EntityPage) -> None:
    (founded,) = tarn.differing
    assert founded.label == "Incorporation date"
    assert {(v.text, v.voices[0].by) for v in founded.values} == {
        ("1998", "Register of Norland"),
        ("2001", "Coast Desk"),
    }


def test_ties_have_a_direction_a_share_and_dates(tarn: EntityPage) -> None:
    (tie,) = tarn.ties
    assert (tie.name, tie.outgoing, tie.share, tie.since, tie.by) == (
        "Halden Metering",
        False,
        "51 %",
        "2018-01",
        "Register of Norland",
    )
    assert [d.when for d in tarn.dated] == ["1998", "2001", "2018-01"]
    assert {s.name for s, _ in tarn.sources} == {"a.ftm.json", "b.ftm.json"}


def test_a_party_of_a_table_has_a_page(case: Case) -> None:
    page = entities.entity_page(case.layout, "name:tarn shipping")
    assert (page.name, page.schema, page.tie_count) == ("Tarn Shipping", "Party of a table", 1)
    assert (page.ties[0].name, page.ties[0].share, page.ties[0].outgoing) == ("State Fund", "49 %", False)


def test_judged_to_be_the_same_they_have_one_page(case: Case, tarn: EntityPage) -> None:
    others = {n.id for n in entities.namesakes(case.layout, tarn)}
    assert "name:tarn shipping" in others
    made = case.judge_pair("x-1", "name:tarn shipping", "same", by="Ina")
    both = entities.entity_page(case.layout, "name:tarn shipping")
    assert both.ids == ("name:tarn shipping", "x-1")
    assert {t.name for t in both.ties} == {"Halden Metering", "State Fund"}
    case.undo(made.seq)
    assert entities.entity_page(case.layout, "x-1").ids == ("x-1",)


def test_a_name_of_a_text_is_found_in_its_context(case: Case) -> None:
    name = next(r for r in case.records("t.txt", kind="name") if r.data["name"] == "Tarn Shipping")
    page = entities.entity_page(case.layout, str(name.data["entity"]))
    got = entity_mentions.mentions(case.layout, page.ids, page.read_in)
    assert got.sources == 1
    assert got.total >= 2
    assert got.places[0].before.endswith("Anna Vell said that ")
    assert (got.places[0].words, got.places[0].after[:5]) == ("Tarn Shipping", " sold")
    one = entity_mentions.mentions(case.layout, page.ids, page.read_in, first=1, skip=1)
    assert [p.record for p in one.places] == [got.places[1].record]


def test_claims_are_told_with_who_makes_them(case: Case) -> None:
    vell = next(r for r in case.records("t.txt", kind="name") if r.data["name"] == "Anna Vell")
    page = entities.entity_page(case.layout, str(vell.data["entity"]))
    said, count = entity_mentions.claims_of(case.layout, page.ids, page.read_in)
    assert count == len(said)
    assert any(c.own and c.speaker == "Anna Vell" and "sold its ships" in c.words for c in said)


def test_nobody_is_made_up(case: Case) -> None:
    with pytest.raises(UnknownName, match="knows no entity 'nobody'"):
        entities.entity_page(case.layout, "nobody")


def test_a_value_that_is_stated_and_denied_differs() -> None:
    yes, no = Voice("A", "s", 1, "recorded"), Voice("B", "s", 2, "recorded", polarity="-")
    assert entities._differs("country", [Value("no", (yes, no))])
    assert not entities._differs("country", [Value("no", (yes,)), Value("se", (yes,))])
