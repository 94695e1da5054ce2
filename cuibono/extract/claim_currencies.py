"""Whether a number is of money in a currency that no list has: "earned 1.4 million talers", "profit of 7 million"."""

import re
from functools import cache

from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words
from cuibono.extract.records import Amount

#: Nouns of what is told in money.
MONEY = frozenset({
    "revenue", "revenues", "turnover", "profit", "profits", "loss", "losses", "income", "earnings", "budget", "budgets",
    "debt", "debts", "deficit", "surplus", "subsidy", "subsidies", "dividend", "dividends", "salary", "wages", "fine",
    "loan", "loans", "worth", "investment", "costs", "price", "takings", "proceeds", "grant", "donation", "donations",
    "rent", "bill", "bribe", "bonus", "taxes", "spending", "capital", "cash", "valued", "sales", "value", "fee", "fees",
})  # fmt: skip
_SCALE = re.compile(r"\b(?:thousand|million|billion|trillion|m|bn|mn)\b|\d{6}|\d,\d{3},\d{3}", re.IGNORECASE)


def of_money(view: ClaimView, amount: Amount, lemma: str) -> bool:
    """Whether an amount is of money, by its words and by the verb of its clause (``lemma``).

    A number without a scale ("paid 300 teachers") and one of people is none; nor is one whose unit is a known thing.
    """
    noun = amount.unit.lower()
    if (
        not noun
        or noun == "person"
        or noun.endswith(("eer", "ioner", "ist"))
        or " " in noun
        or noun in _things()
        or not _SCALE.search(amount.quote)
    ):
        return False
    said = {t.text.lower() for t in view.tokens if not amount.span.start <= t.start < amount.span.end}
    paid = lemma in words("claim_kinds", "money_verb") - {"collect", "make", "transfer", "need"}
    return paid or bool(said & MONEY) or (lemma == "bring" and "in" in said)


@cache
def _things() -> frozenset[str]:
    return (
        words("claim_kinds", "measures") | words("claim_kinds", "people_kinds") | words("claim_kinds", "asking_kinds")
    )
