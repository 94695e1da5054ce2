"""Ties that a verb or a noun for a happening tells: each group of the lexicon, and the frames that hold it back."""

from collections.abc import Callable

import pytest

from cuibono.extract.analysis import Analysis
from tests.extract.cast import read, told

Analyse = Callable[[str], Analysis]

TIES = [
    # owning and controlling, active, passive, in part
    ("Cao Wei controls Redlake Holdings.", ["owns_controls: Cao Wei > Redlake Holdings"]),
    ("Orient Shipping, which is owned by Redlake Holdings, lost money.",
     ["owns_controls: Redlake Holdings > Orient Shipping"]),
    ("Redlake Holdings belongs to the Cao family.", ["owns_controls: Cao family > Redlake Holdings"]),
    ("Twenty percent of Orient Shipping is owned by Redlake Holdings.",
     ["owns_controls: Redlake Holdings > Orient Shipping"]),
    ("Orient Shipping is 20 percent owned by Redlake Holdings.", ["owns_controls: Redlake Holdings > Orient Shipping"]),
    ("Redlake Holdings acquired Orient Shipping in 2009.", ["owns_controls: Redlake Holdings > Orient Shipping"]),
    ("Redlake Holdings holds a 34 percent stake in Orient Shipping.",
     ["owns_controls: Redlake Holdings > Orient Shipping"]),
    ("The acquisition of Orient Shipping by Redlake Holdings was slow.",
     ["owns_controls: Redlake Holdings > Orient Shipping"]),
    # founding, developing
    ("Pei Yong founded Brightstar Semiconductor.", ["founded: Pei Yong > Brightstar Semiconductor"]),
    ("Founded by Pei Yong, Brightstar Semiconductor grew.", ["founded: Pei Yong > Brightstar Semiconductor"]),
    ("Skylark was developed by Brightstar Semiconductor.", ["founded: Brightstar Semiconductor > Skylark"]),
    # heading, working, teaching
    ("Luo Ping headed the Ministry of Roads.", ["role: Luo Ping > Ministry of Roads"]),
    ("Orient Shipping is chaired by Wen Tao.", ["role: Wen Tao > Orient Shipping"]),
    ("Peter Holmgren worked for the Commerce Department for ten years.",
     ["role: Peter Holmgren > Commerce Department"]),
    ("Sarah Whitfield teaches at Eastport University.", ["role: Sarah Whitfield > Eastport University"]),
    ("Meanwhile Luo Ping is in charge of the Ministry of Roads.", ["role: Luo Ping > Ministry of Roads"]),
    # joining, entering, sitting on
    ("Pei Yong joined the CCP in 1984.", ["member_of: Pei Yong > CCP"]),
    ("Wen Tao joined Tidewater Media in 1999.", ["role: Wen Tao > Tidewater Media"]),
    ("Gu Wenhai was elected to the Central Committee.", ["member_of: Gu Wenhai > Central Committee"]),
    ("Pei Yong sits on the board of directors of Redlake Holdings.", ["member_of: Pei Yong > Redlake Holdings"]),
    # patronage and service
    ("Gu Wenhai promoted Lu Shaoqing to the post.", ["patron_of: Gu Wenhai > Lu Shaoqing"]),
    ("Lu Shaoqing was handpicked by Gu Wenhai for the post.", ["patron_of: Gu Wenhai > Lu Shaoqing"]),
    ("The Lakeside Foundation is funded by Redlake Holdings.", ["patron_of: Redlake Holdings > Lakeside Foundation"]),
    ("Redlake Holdings invested 20 million dollars in Brightstar Semiconductor.",
     ["funds: Redlake Holdings > Brightstar Semiconductor"]),
    ("Huo Jun looks after the Cao family's interests.", ["serves: Huo Jun > Cao family"]),
    ("Huo Jun lobbied for Redlake Holdings.", ["serves: Huo Jun > Redlake Holdings"]),
    # kin, friends, foes
    ("Gu Wenhai married Bai Ronghua in 1985.", ["family: Gu Wenhai > Bai Ronghua"]),
    ("The marriage between Qu Lan and Pei Yong was short.", ["family: Qu Lan > Pei Yong"]),
    ("Tao Weiming has close ties to Gu Wenhai.", ["associate_of: Tao Weiming > Gu Wenhai"]),
    ("Huo Jun is close to Cao Renfu.", ["associate_of: Huo Jun > Cao Renfu"]),
    ("The feud between Gu Wenhai and Cao Renfu goes on.", ["opponent_of: Gu Wenhai > Cao Renfu"]),
    ("The Jiangnan faction opposes Gu Wenhai.", ["opponent_of: Jiangnan faction > Gu Wenhai"]),
    # sanctions
    ("Northland arrested Tao Weiming.", ["sanctions: Northland > Tao Weiming"]),
    ("Cao Renfu had Tao Weiming arrested.", ["sanctions: Cao Renfu > Tao Weiming"]),
    ("Northland imposed sanctions on Brightstar Semiconductor.", ["sanctions: Northland > Brightstar Semiconductor"]),
    ("The Commerce Department placed Orient Shipping on its blacklist.",
     ["sanctions: Commerce Department > Orient Shipping"]),
    # goods and dependence
    ("Brightstar Semiconductor supplies chips to Orient Shipping.",
     ["supplies: Brightstar Semiconductor > Orient Shipping"]),
    ("Orient Shipping buys its chips from Brightstar Semiconductor.",
     ["supplies: Brightstar Semiconductor > Orient Shipping"]),
    ("Orient Shipping relies on Brightstar Semiconductor for its chips.",
     ["depends_on: Orient Shipping > Brightstar Semiconductor"]),
    ("Redlake Holdings merged with Orient Shipping.", ["partner_of: Redlake Holdings > Orient Shipping"]),
    # schooling, places, gatherings
    ("Pei Guotai graduated from Eastport University in 1965.", ["educated_at: Pei Guotai > Eastport University"]),
    ("Pei Guotai received his doctorate from Eastport University.", ["educated_at: Pei Guotai > Eastport University"]),
    ("Pei Guotai was born in Hunan.", ["located_in: Pei Guotai > Hunan"]),
    ("Peter Holmgren, who wrote the report, now lives in Vancouver.", ["located_in: Peter Holmgren > Vancouver"]),
    ("Orient Shipping is headquartered in Tianjin.", ["located_in: Orient Shipping > Tianjin"]),
    ("Orient Shipping, a company registered in Macau, lost money.", ["located_in: Orient Shipping > Macau"]),
    ("Tao Weiming took part in the Boao Forum.", ["participated_in: Tao Weiming > Boao Forum"]),
    # in whose hands, on whose behalf, under whom, without whom, whose idea
    ("Orient Shipping is in the hands of Cao Renfu.", ["owns_controls: Cao Renfu > Orient Shipping"]),
    ("Orient Shipping is under the control of the Cao family.", ["owns_controls: Cao family > Orient Shipping"]),
    ("Luo Ping negotiated on behalf of Redlake Holdings.", ["serves: Luo Ping > Redlake Holdings"]),
    ("Luo Ping rose under Cao Renfu.", ["patron_of: Cao Renfu > Luo Ping"]),
    ("Orient Shipping could not survive without Brightstar Semiconductor.",
     ["depends_on: Orient Shipping > Brightstar Semiconductor"]),
    ("Skylark was the brainchild of Luo Ping.", ["founded: Luo Ping > Skylark"]),
    ("They admired Skylark, which Luo Ping developed.", ["founded: Luo Ping > Skylark"]),
    ("Northland arrested 40 members of the Jiangnan faction.", ["sanctions: Northland > Jiangnan faction"]),
    ("Luo Ping works in the finance department of Harbour Bank.", ["role: Luo Ping > Harbour Bank"]),
    ("Qu Lan lives in a suburb of Vancouver.", ["located_in: Qu Lan > Vancouver"]),
    ("The CCP set up a party committee at Brightstar Semiconductor.",
     ["party_unit: CCP > Brightstar Semiconductor"]),
]  # fmt: skip

NONE = [
    "Harbour Bank sold about 10 percent of Redlake Holdings in May.",
    "Harbour Bank cut its stake in Redlake Holdings.",
    "Whoever controls Brightstar Semiconductor has what Gu Wenhai wants.",
    "If Orient Shipping would buy Brightstar Semiconductor, Northland would step in.",
    "Does Pei Guotai control Redlake Holdings?",
    "Pei Yong might acquire Orient Shipping.",
    "Gu Wenhai told reporters that Cao Renfu met Tao Weiming in Shanghai.",
    "Pei Yong's lawyer owns Orient Shipping.",
    "The man who founded Redlake Holdings met Luo Ping.",
    "Cao Renfu spoke when Gu Wenhai was asleep.",
    "Luo Ping wondered who had funded the Lakeside Foundation.",
    "They arrested the brother of Tao Weiming in Macau.",
    "The friend of Gu Wenhai's driver studied law.",
    "A party committee at Brightstar Semiconductor met.",
    "Supplies ran out before Orient Shipping reached Redlake Holdings.",
]


@pytest.mark.parametrize(("text", "wanted"), TIES, ids=[t[:40] for t, _ in TIES])
def test_a_verb_ties_two_names(text: str, wanted: list[str], analyse: Analyse) -> None:
    assert sorted(told(t) for t in read(text, analyse).ties) == sorted(wanted)


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_a_verb_ties_nobody_in_what_may_be_or_over_another(text: str, analyse: Analyse) -> None:
    assert [told(t) for t in read(text, analyse).ties] == []
