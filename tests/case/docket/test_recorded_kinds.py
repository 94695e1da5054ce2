"""Claims get the kind that the names in them tell, and only where the case records these names."""

from collections.abc import Iterator

import pytest

from cuibono.case.docket.recorded_kinds import kinded
from cuibono.model.claim_kind import ClaimKind
from cuibono.store.session import Session
from tests.case.asked import asked, case_of

TABLES = {
    "shares.csv": "object_type,url,account,post,timestamp\n"
    "url,https://e.example/1,elmwatch,p1,2025-03-01T10:00:00Z\n"
    "url,https://e.example/1,quaytruth,p2,2025-03-01T10:00:01Z\n",
    "decisions.csv": "group,outcome,stratum,rule,authority,when\nlocal people,granted,,flat,Housing Office,2024\n"
    "newcomers,refused,,flat,Housing Office,2024\n",
    "feed_accounts.csv": "account,kind,arm\nt1,test,tenant\nt2,test,landlord\n",
    "app_facts.csv": "app_id,app_name,version,kind,name,value,grade,place\n"
    "a.b,Payling,1,permission,CAMERA,,declared,m\n",
}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of(TABLES) as made:
        yield made


@pytest.mark.parametrize(
    ("kind", "subject", "words", "found"),
    [
        ("treatment", "Elmwatch", "and quaytruth did just the same", "coordination"),
        ("other", "The account elmwatch", "was part of the same operation", "coordination"),
        ("other", "Elmwatch", "has a nice picture", "other"),
        ("other", "Oakwatch", "and ashpost did just the same", "other"),
        ("other", "Landlords", "see more about immigration than tenants do", "behaviour of a feed"),
        ("other", "Landlords", "are richer than tenants", "other"),
        ("other", "Newcomers", "were half as likely to be given a flat as local people", "treatment"),
        ("other", "Payling", "sends your location to advertisers", "behaviour of an app"),
        ("other", "Payling", "is popular", "other"),
        ("rank", "Landlords", "see more about immigration than tenants do", "rank"),
    ],
)
def test_a_kind_is_told_by_what_is_recorded(
    session: Session, kind: ClaimKind, subject: str, words: str, found: ClaimKind
) -> None:
    (claim,) = kinded(session, [asked(kind, subject, words)])
    assert claim.kind == found
