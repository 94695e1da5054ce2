"""The kind of a row of a table of claims, by its property and unit."""

import pytest

from cuibono.extract.claim_properties import firm_of, in_english, kind_of_property


@pytest.mark.parametrize(
    ("prop", "unit", "kind"),
    [
        ("share of the lamp market", "percent", "share"),
        ("share of Norland's steel capacity", "percent", "share"),
        ("share of Acme Bank", "percent", "ownership"),
        ("votes in Acme Bank", "percent", "ownership"),
        ("rank", "", "rank"),
        ("largest maker", "", "rank"),
        ("chairman", "", "role"),
        ("founded", "", "event date"),
        ("closed since 2011", "companies", "count"),
        ("brother of", "", "tie"),
        ("member of", "", "tie"),
        ("party membership", "", "tie"),
        ("controls", "", "control"),
        ("cost of a tonne", "yuan", "amount"),
        ("number of employees", "", "count"),
        ("rise in wages", "percent", "trend"),
        ("reason for the fire", "", "cause"),
        ("behaviour of the app", "", "behaviour of an app"),
        ("behaviour of a feed", "", "behaviour of a feed"),
        ("treatment by the office", "", "treatment"),
        ("coordination", "", "coordination"),
        ("the behaviour of the app", "", "other"),
        ("called", "", "other"),
        ("hospital beds", "beds", "count"),
        ("exports", "tonnes", "amount"),
    ],
)
def test_kinds(prop: str, unit: str, kind: str) -> None:
    assert kind_of_property(prop, unit) == kind


@pytest.mark.parametrize(
    ("prop", "value", "unit", "kind"),
    [
        ("owner of Acme Bank", "30", "percent", "ownership"),
        ("called", "the next crude oil", "", "opinion"),
        ("called", "Acme Mills", "", "other"),
        ("minority shareholder of Acme Bank", "12", "percent", "ownership"),
        ("opening of the mill", "2019-10-03", "", "event date"),
        ("data leak reported", "4 November 2021", "", "event date"),
        ("strike at the mill", "2019-03-17", "", "event date"),
        ("permission", "microphone", "", "behaviour of an app"),
        ("asks for permission", "contacts", "", "behaviour of an app"),
        ("connects to", "advertising servers", "", "behaviour of an app"),
        ("posts the same links as", "Harbour Voice", "", "coordination"),
        ("building permit", "yes", "", "other"),
        ("slogan", "the same links", "", "other"),
    ],
)
def test_kinds_by_property_and_value(prop: str, value: str, unit: str, kind: str) -> None:
    assert kind_of_property(prop, unit, value=value) == kind


@pytest.mark.parametrize(
    ("prop", "value", "unit", "kind"),
    [
        ("grants awarded", "1420", "grants", "count"),
        ("grants awarded", "2 May 2021", "", "event date"),
        ("ferry calls", "5120", "ferry calls", "count"),
        ("forecast of members", "300", "people", "forecast"),
        ("forecasts sold", "300", "forecasts", "count"),
        ("rice sold", "300", "tonnes", "amount"),
        ("milk sold, change from 2020 to 2021", "-10", "percent", "trend"),
    ],
)
def test_what_is_counted_is_no_day(prop: str, value: str, unit: str, kind: str) -> None:
    assert kind_of_property(prop, unit, "stated", value) == kind


def test_who_is_employed_is_counted() -> None:
    assert kind_of_property("employees", "people", value="6,400") == "count"


def test_what_is_held_stands_in_the_middle_of_a_chinese_property() -> None:
    assert in_english("持有艾克米银行的股份") == "holds share of 艾克米银行"


def test_what_will_be_is_a_forecast() -> None:
    assert kind_of_property("share of the lamp market", "percent", "forecast") == "forecast"


def test_the_firm_that_a_share_is_of() -> None:
    assert firm_of("share of Acme Bank") == "Acme Bank"
    assert firm_of("share of the votes in Acme Bank") == "Acme Bank"
    assert firm_of("share of the market") is None
    assert firm_of("share of Norland's steel") is None
    assert firm_of("share of World exports") is None
    assert firm_of("owner of Acme Bank") == "Acme Bank"
    assert firm_of("co-owner of Acme Bank") == "Acme Bank"


@pytest.mark.parametrize(
    ("of", "prop", "value", "unit", "kind"),
    [
        # what somebody holds, in whichever direction
        ("Acme Bank", "majority owner", "Vex Holding", "", "ownership"),
        ("Acme Bank", "wholly owned by", "Vex Holding", "", "ownership"),
        ("Vex Holding", "shareholder of", "Acme Bank", "", "ownership"),
        ("Acme Bank", "belongs to", "Vex Holding", "", "ownership"),
        ("Vex Holding", "share of the votes in Acme Bank", "51", "percent", "ownership"),
        ("Vex Holding", "sold its share of Acme Bank", "2021", "", "ownership"),
        ("Acme Bank", "subsidiary of", "Vex Holding", "", "control"),
        ("Vex Holding", "parent company of", "Acme Bank", "", "control"),
        # posts and ties
        ("Ada Elm", "employee of", "Acme Bank", "", "role"),
        ("Ada Elm", "chief executive of", "Acme Bank", "", "role"),
        ("Acme Bank", "CEO", "Ada Elm", "", "role"),
        ("Ada Elm", "minister of trade of", "Norland", "", "role"),
        ("Ada Elm", "schoolmate of", "Bo Elm", "", "tie"),
        ("Vex Holding", "funder of", "Kiln Club", "", "tie"),
        # days
        ("Acme Bank", "founded", "192X", "X", "event date"),
        ("Ada Elm", "born", "1960s", "s", "event date"),
        ("Acme Bank", "renamed", "1921", "", "event date"),
        ("Acme Bank", "bankrupt", "2020", "", "event date"),
        ("harbour strike", "began", "2022-05", "", "event date"),
        ("Acme Bank", "moved to Oslo", "1921", "", "event date"),
        # what changed, and places
        ("Norland", "trend of its share of lamp production", "rising", "", "trend"),
        ("Norland", "production of lamps", "rose", "", "trend"),
        ("Norland", "lamp price", "rose by 40 percent", "", "trend"),
        ("Norland", "rank in lamp production", "1", "", "rank"),
        ("Norland", "only producer of lamps", "yes", "", "rank"),
        # machines and people
        ("Torvi app", "collects", "contact lists", "", "behaviour of an app"),
        ("Reelio", "its feed shows", "more clips on lamps to new users", "", "behaviour of a feed"),
        ("forty accounts", "coordinated", "the same text within ten minutes", "", "coordination"),
        ("drivers from Lowen", "stopped by the police", "three times as often as others", "", "treatment"),
        ("applicants from Lowen", "refused loans", "twice as often", "", "treatment"),
        # what no record decides
        ("embargo", "led to", "the closing of four mines", "", "cause"),
        ("sand shortage", "cause of", "the rise of lamp prices", "", "cause"),
        ("Norland", "is", "the most reckless of all producers", "", "opinion"),
        ("Ada Elm", "motive", "to please the ministry", "", "opinion"),
        # other words for the same
        ("Vex Holding", "voting share in Acme Bank", "51", "percent", "ownership"),
        ("Vex Holding", "holds", "Acme Bank", "", "ownership"),
        ("Norland", "percent of world lamp production", "64", "percent", "share"),
        ("Norland", "position among lamp producers", "1", "", "rank"),
        ("Norland", "will be the largest producer of lamps", "yes", "", "forecast"),
        ("Acme Bank", "chaired by", "Ada Elm", "", "role"),
        ("Ada Elm", "date of birth", "11 February 1961", "", "event date"),
        ("Old Mill", "wound up", "2010", "", "event date"),
        ("Acme Bank", "branches", "120", "", "count"),
        ("ClipRiver", "recommends", "more videos on lamps", "", "behaviour of a feed"),
        ("bot network", "amplified", "the posts of the party", "", "coordination"),
        ("pensioners", "waiting time", "longer than others", "", "treatment"),
        ("Hu Wen", "described as", "a greedy man", "", "opinion"),
        # as it is written in Chinese
        ("诺兰", "灯具产量", "上升", "", "trend"),
        ("应用", "收集", "通讯录", "", "behaviour of an app"),
        ("胡文", "任职于", "艾克米银行", "", "role"),
        ("诺兰", "灯玻璃产量份额", "78", "percent", "share"),
        ("维克斯集团", "持有", "艾克米银行", "", "ownership"),
        ("艾克米银行", "最大股东", "维克斯集团", "", "ownership"),
        ("乔文斌", "的首席执行官", "艾克米银行", "", "role"),
        ("艾克米银行", "成立", "1998", "", "event date"),
        # a number of something is counted, whoever they are
        ("Acme Bank", "number of employees", "300", "people", "count"),
        ("Acme Bank", "revenue", "3.4 billion", "crowns", "amount"),
        ("Acme Bank", "share price", "40", "crowns", "amount"),
        ("Kiln Club", "colour of its roof", "blue", "", "other"),
    ],
)
def test_the_value_and_whom_it_is_of_tell_the_kind_too(of: str, prop: str, value: str, unit: str, kind: str) -> None:
    assert kind_of_property(prop, unit, value=value, of=of) == kind


def test_a_chinese_property_is_put_in_english_and_what_it_is_of_stays() -> None:
    assert in_english("灯玻璃产量份额") == "灯玻璃 share of production"
    assert in_english("share of lamps") == "share of lamps"


def test_a_row_of_how_often_some_were_refused_is_of_treatment() -> None:
    assert kind_of_property("moorings", value="rowing clubs refused more often than sailing clubs") == "treatment"
    assert kind_of_property("moorings", value="granted") == "other"
