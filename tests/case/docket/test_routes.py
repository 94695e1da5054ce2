"""What of a kind without a table is left to a document of record, and what states nothing at all."""

import pytest

from cuibono.case.docket import routes
from tests.case.asked import asked


@pytest.mark.parametrize("subject", ["Vellan Mills", "Vex", "the barracks"])
def test_what_is_said_of_something_takes_a_document(subject: str) -> None:
    found = routes.route(asked("other", subject, "was painted green"), {"figures"})
    assert (found.outcome, found.tables) == ("no data", ())
    assert "a document of record" in found.why


@pytest.mark.parametrize("subject", ["", "it", "This"])
def test_what_is_said_of_nothing_that_is_named_cannot_be_tested(subject: str) -> None:
    found = routes.route(asked("other", subject, "was painted green"), {"figures"})
    assert found.outcome == "not testable"
    assert "nothing that a table" in found.why
