from typing import Any

from cuibono.case.docket.bearings import weigh
from cuibono.model.bearing import Bearing
from cuibono.model.docket import Asked, Party

WORDS = ("treated", "fined", "cases", "under", "parking", "valley", "more", "often", "than")
MORE = Bearing("treatment", "supported", ("Hillfolk", "Valley"), WORDS)


def _asked(words: str, subject: str, object_: str | None = None, **more: Any) -> Asked:
    parties = [None if n is None else Party(n.lower(), n) for n in (subject, object_)]
    return Asked("treatment", words, words, ("s", 1), "Ada Elm", subject=parties[0], object=parties[1], **more)


def test_who_fared_worse_stands_first() -> None:
    found = weigh(_asked("Hillfolk are fined more often than Valley", "Hillfolk", "Valley"), MORE)
    assert found is not None
    assert found.verdict == "supported"


def test_a_claim_of_the_other_side_is_not_answered() -> None:
    for subject, object_ in (("Valley", "Hillfolk"), ("Valley", None)):
        found = weigh(_asked("Valley are fined more often", subject, object_), MORE)
        assert found is not None
        assert found.verdict is None


def test_a_motive_is_more_than_was_measured() -> None:
    found = weigh(_asked("Hillfolk are fined more often out of spite", "Hillfolk"), MORE)
    assert found is not None
    assert found.verdict is None
    assert "more than was measured" in found.why
