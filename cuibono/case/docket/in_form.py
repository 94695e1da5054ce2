"""A claim in the words and the names of what is recorded: another wording of the same, never another meaning.

The order matters: names come first, since words are told apart from them; then numbers, and the words of each kind.
"""

from cuibono.case.docket import asides
from cuibono.case.docket.alike_wordings import in_alike_words
from cuibono.case.docket.app_wordings import in_app_words
from cuibono.case.docket.around_apps import at_app_named
from cuibono.case.docket.around_names import in_full_name
from cuibono.case.docket.as_written import as_written
from cuibono.case.docket.bodies import at_town_hall, with_body
from cuibono.case.docket.chinese_markets import in_market_words
from cuibono.case.docket.chinese_measures import with_good
from cuibono.case.docket.clauses import alone
from cuibono.case.docket.concert_wordings import in_concert_words
from cuibono.case.docket.decision_wordings import in_decision_words
from cuibono.case.docket.feed_wordings import in_feed_words
from cuibono.case.docket.frames import named_again, unframed
from cuibono.case.docket.hedges import opened
from cuibono.case.docket.names import fuller, with_firm
from cuibono.case.docket.numerals import in_digits
from cuibono.case.docket.own_bodies import at_full_name
from cuibono.case.docket.power_wordings import in_power_words
from cuibono.case.docket.rank_wordings import in_rank_words
from cuibono.case.docket.retold import as_holding, retold
from cuibono.case.docket.rises import in_rise_words
from cuibono.case.docket.role_wordings import in_role_words
from cuibono.case.docket.rows import Evidence
from cuibono.case.docket.spoken_names import as_spoken
from cuibono.case.docket.standings import in_standing_words, of_its_kind
from cuibono.case.docket.wordings import in_one_word
from cuibono.model.docket import Asked


def in_form(claim: Asked, evidence: Evidence) -> Asked:
    """A claim as it is parted, where it says several things, and tested."""
    claim = in_power_words(in_role_words(in_full_name(at_app_named(claim, evidence), evidence)))
    claim = alone(named_again(as_spoken(claim, evidence)))
    claim = as_written(claim, evidence)
    held = as_holding(with_firm(claim, evidence), evidence.held)
    claim = opened(held if held.kind == "ownership" else claim)
    claim = in_one_word(asides.plain(in_digits(in_alike_words(of_its_kind(claim)))))
    claim = in_rise_words(in_rank_words(in_standing_words(in_app_words(claim))))
    claim = in_concert_words(in_feed_words(in_decision_words(claim)))
    return with_good(in_market_words(claim, evidence), evidence)


def of_one(claim: Asked, evidence: Evidence) -> Asked:
    """A claim that says one thing, with the full names of those whom it names."""
    claim = at_full_name(fuller(retold(unframed(claim)), evidence), evidence)
    return with_body(at_town_hall(claim, evidence), evidence)
