"""Ties that a noun tells: each group of nouns where it ties two names, and where something between forbids it."""

from collections.abc import Callable

import pytest

from cuibono.extract.analysis import Analysis
from tests.extract.cast import read, told

Analyse = Callable[[str], Analysis]

TIES = [
    # apposition, one post and two
    ("Qian Deshun, chairman of Harbour Bank and deputy head of the Eastport Chamber of Commerce, declined.",
     ["role: Qian Deshun > Harbour Bank", "role: Qian Deshun > Eastport Chamber of Commerce"]),
    ("Those at the dinner were Qian Deshun, Bo Lifen (Gu Wenhai's niece), and Tao Weiming.",
     ["family: Bo Lifen > Gu Wenhai"]),
    ("Its founders are Pei Yong and Qu Lan. Pei Yong is the son of Pei Guotai.", ["family: Pei Yong > Pei Guotai"]),
    # titles glued to the name
    ("Shanghai party secretary Mao Ruilin met GCC chairman Omar Haddad on Friday.",
     ["role: Mao Ruilin > Shanghai", "role: Omar Haddad > GCC"]),
    ("CEO Wen Tao of Brightstar Semiconductor resigned.", ["role: Wen Tao > Brightstar Semiconductor"]),
    ("Brightstar Semiconductor founder Pei Yong fell ill.", ["founded: Pei Yong > Brightstar Semiconductor"]),
    ("Cao Renfu's son Cao Wei was not there.", ["family: Cao Wei > Cao Renfu"]),
    # to be, to become, to serve as, to be appointed, to be succeeded
    ("Gu Wenhai is the head of the Ministry of Roads.", ["role: Gu Wenhai > Ministry of Roads"]),
    ("Gu Wenhai served as secretary of the Central Committee from 2003 to 2007.",
     ["role: Gu Wenhai > Central Committee"]),
    ("In 2012 Gu Wenhai was appointed mayor of Shanghai.", ["role: Gu Wenhai > Shanghai"]),
    ("Gu Wenhai used to be the governor of Hunan.", ["role: Gu Wenhai > Hunan"]),
    ("As head of the Ministry of Roads, Luo Ping banned the film.", ["role: Luo Ping > Ministry of Roads"]),
    ("Huo Jun succeeded Luo Ping as president of Redlake Holdings.",
     ["role: Huo Jun > Redlake Holdings", "role: Luo Ping > Redlake Holdings"]),
    ("They named Huo Jun president of Redlake Holdings.", ["role: Huo Jun > Redlake Holdings"]),
    # founder and post share what follows
    ("Pei Yong, the founder and CEO of Brightstar Semiconductor, smiled.",
     ["founded: Pei Yong > Brightstar Semiconductor", "role: Pei Yong > Brightstar Semiconductor"]),
    # the name behind the description
    ("Redlake Holdings' chairman, Huo Jun, is Cao Renfu's son-in-law.",
     ["role: Huo Jun > Redlake Holdings", "family: Huo Jun > Cao Renfu"]),
    ("A spokesman for Orient Shipping, Wen Tao, rejected the account.", ["role: Wen Tao > Orient Shipping"]),
    ("Cao Renfu's nephew, the businessman Cao Wei, left early.", ["family: Cao Wei > Cao Renfu"]),
    # relative clauses
    ("Tan Shu, whose father Pei Guotai was the governor of Hunan, lost the case.",
     ["family: Pei Guotai > Tan Shu", "role: Pei Guotai > Hunan"]),
    ("Lu Shaoqing, who was deputy director of the Hadley Institute, wept.", ["role: Lu Shaoqing > Hadley Institute"]),
    # occupations: a post at a body, a residence in a place
    ("Sarah Whitfield, a professor at Eastport University, said so.", ["role: Sarah Whitfield > Eastport University"]),
    ("Qu Lan, a nurse from Macau, was questioned.", ["located_in: Qu Lan > Macau"]),
    ("Peter Holmgren, a former officer with the Commerce Department, now farms.",
     ["role: Peter Holmgren > Commerce Department"]),
    # kin
    ("Gu Wenhai has a daughter, Gu Xiaomei.", ["family: Gu Xiaomei > Gu Wenhai"]),
    ("Luo Ping is married to a daughter of Pei Guotai.", ["family: Luo Ping > Pei Guotai"]),
    ("Bai Ronghua, the wife of Gu Wenhai, sold the house.", ["family: Bai Ronghua > Gu Wenhai"]),
    ("Huo Jun and Luo Ping are cousins.", ["family: Huo Jun > Luo Ping"]),
    # members, leaders, power bases
    ("Members of the Standing Committee include Gu Wenhai and Cao Renfu.",
     ["member_of: Cao Renfu > Standing Committee", "member_of: Gu Wenhai > Standing Committee"]),
    ("Cao Renfu is considered a core member of the Jiangnan faction.", ["member_of: Cao Renfu > Jiangnan faction"]),
    ("Cao Renfu, leader of the Jiangnan faction, fell ill.", ["owns_controls: Cao Renfu > Jiangnan faction"]),
    ("Tianjin is the power base of Cao Renfu.", ["owns_controls: Cao Renfu > Tianjin"]),
    # owners, mouthpieces, subsidiaries, parts
    ("The largest shareholder of Orient Shipping is Redlake Holdings.",
     ["owns_controls: Redlake Holdings > Orient Shipping"]),
    ("Orient Shipping is a subsidiary of Redlake Holdings.", ["part_of: Orient Shipping > Redlake Holdings"]),
    ("Sunday Ledger is a mouthpiece of the CCP.", ["owns_controls: CCP > Sunday Ledger"]),
    ("Pei Yong's company Brightstar Semiconductor grew.", ["owns_controls: Pei Yong > Brightstar Semiconductor"]),
    # friends, patrons, protégés, servants, rivals
    ("Tao Weiming is a close friend of Gu Wenhai.", ["associate_of: Tao Weiming > Gu Wenhai"]),
    ("Huo Jun and Bai Ronghua were classmates at Eastport University.",
     ["associate_of: Huo Jun > Bai Ronghua", "educated_at: Bai Ronghua > Eastport University",
      "educated_at: Huo Jun > Eastport University"]),
    ("Gu Wenhai is the patron of Tao Weiming.", ["patron_of: Gu Wenhai > Tao Weiming"]),
    ("Lu Shaoqing was Gu Wenhai's protégé.", ["patron_of: Gu Wenhai > Lu Shaoqing"]),
    ("Tao Weiming was Cao Renfu's right-hand man for a decade.", ["serves: Tao Weiming > Cao Renfu"]),
    ("Tao Weiming acted as a white glove for the Gu family.", ["serves: Tao Weiming > Gu family"]),
    ("Gu Wenhai's political rival Cao Renfu stepped down.", ["opponent_of: Cao Renfu > Gu Wenhai"]),
    # partners, suppliers, customers, funders, graduates, residents, participants
    ("Northland is Southland's closest ally.", ["partner_of: Northland > Southland"]),
    ("Brightstar Semiconductor is a major supplier to Orient Shipping.",
     ["supplies: Brightstar Semiconductor > Orient Shipping"]),
    ("Orient Shipping is a customer of Brightstar Semiconductor.",
     ["supplies: Brightstar Semiconductor > Orient Shipping"]),
    ("Tan Shu was an early investor in Loopcam.", ["funds: Tan Shu > Loopcam"]),
    ("Wen Tao is an alumnus of Eastport University.", ["educated_at: Wen Tao > Eastport University"]),
    ("Qu Lan is a native of Hunan.", ["located_in: Qu Lan > Hunan"]),
    ("Luo Ping was a keynote speaker at the Boao Forum.", ["participated_in: Luo Ping > Boao Forum"]),
    ("Pei Yong is the inventor of Skylark.", ["founded: Pei Yong > Skylark"]),
    ("The Hadley Institute is a department of Eastport University.",
     ["part_of: Hadley Institute > Eastport University"]),
    # careers, one of many, friend and ally, wives, secretaries of people
    ("Luo Ping left the army to become head of Harbour Bank.", ["role: Luo Ping > Harbour Bank"]),
    ("Luo Ping made a career as an engineer at Orient Shipping.", ["role: Luo Ping > Orient Shipping"]),
    ("Luo Ping is one of the founders of Orient Shipping.", ["founded: Luo Ping > Orient Shipping"]),
    ("Gu Wenhai's friend and ally Luo Ping smiled.", ["associate_of: Luo Ping > Gu Wenhai"]),
    ("Gu Wenhai and wife Bai Ronghua smiled.", ["family: Bai Ronghua > Gu Wenhai"]),
    ("Tao Weiming was the secretary of Gu Wenhai.", ["serves: Tao Weiming > Gu Wenhai"]),
    # posts of the body that the text is about
    ("Harbour Bank lost money again. Qian Deshun is the chief executive.", ["role: Qian Deshun > Harbour Bank"]),
]  # fmt: skip

NONE = [
    "Qian Deshun is a senior engineer at Harbour Bank's parent company.",
    "Qian Deshun told the chairman of Harbour Bank about Bo Lifen.",
    "Cao Renfu, Gu Wenhai, and the mayor of Tianjin attended the ceremony.",
    "Gu Wenhai met the friend of Cao Renfu's lawyer.",
    "Tao Weiming knew that the son of Pei Guotai had left.",
    "The founder of Brightstar Semiconductor left before Wen Tao spoke.",
    "Huo Jun and the owners of Redlake Holdings disagreed.",
    "A rival of Cao Renfu told Gu Wenhai so.",
    "Qu Lan met suppliers of Orient Shipping.",
    "Whoever is chairman of Harbour Bank decides, Luo Ping knows.",
    "Is Luo Ping the chairman of Harbour Bank?",
    "If Luo Ping were the chairman of Harbour Bank, he would know.",
    "Members of the Jiangnan faction wrote to Gu Wenhai.",
    "Graduates of Eastport University like Macau.",
    "The wife of Gu Wenhai sold the house to Bai Ronghua.",
    "Alumni of the Hadley Institute, the Lakeside Foundation and Luo Ping objected.",
]


@pytest.mark.parametrize(("text", "wanted"), TIES, ids=[t[:40] for t, _ in TIES])
def test_a_noun_ties_two_names(text: str, wanted: list[str], analyse: Analyse) -> None:
    assert sorted(told(t) for t in read(text, analyse).ties) == sorted(wanted)


@pytest.mark.parametrize("text", NONE, ids=[t[:40] for t in NONE])
def test_a_noun_ties_nobody_across_another_name_or_clause(text: str, analyse: Analyse) -> None:
    assert [told(t) for t in read(text, analyse).ties] == []


def test_the_post_is_told_in_its_own_words(analyse: Analyse) -> None:
    (tie,) = read("Qian Deshun, a former deputy director of Harbour Bank, left.", analyse).ties
    assert tie.role == "former deputy director"


def test_kinship_says_which(analyse: Analyse) -> None:
    (tie,) = read("Cao Wei is the eldest son of Cao Renfu.", analyse).ties
    assert (tie.type, tie.role) == ("family", "eldest son")
