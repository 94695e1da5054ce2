"""Invented rows on which the lenses of claims find something."""

from typing import Any

from cuibono.testing.lenses import Example

_PARAGRAPH = (
    "Norland makes 64 percent of all quince jam, and the price of a jar has doubled since the frost of May, which took "
    "the blossom of the whole valley and left the presses idle for weeks."
)


def _text(source: str, outlet: str | None, speaker: str | None = None, **more: Any) -> dict[str, Any]:
    """A claim that was read in a text."""
    keys = {"record": f"{source}-{speaker}", "_source": source, "what": "claim", "kind": "share", "reading": "spacy@1"}
    said = {"says": "Norland makes 64 percent of all quince jam", "low": 64.0, "high": 64.0, "unit": "percent"}
    told = {"outlet": outlet, "own_voice": speaker is None, "asserted_by": speaker or outlet or source}
    return keys | said | told | {"subject_name": "Norland", "standing": "read"} | more


def _row(number: int, speaker: str | None, via: str | None = None, **more: Any) -> dict[str, Any]:
    """A row of a table of claims."""
    keys = {"record": f"claims.csv:{number}", "_source": "claims.csv", "_row": number, "what": "claim"}
    said = {"subject_name": "Sudland", "property": "rank", "value": "first", "stage": "jelly", "time": "2021"}
    return keys | said | {"asserted_by": speaker, "via": via, "own_voice": False} | more


def _tie(number: int, speaker: str, one: str, other: str, **more: Any) -> dict[str, Any]:
    keys = {"record": f"ties:{number}", "_source": f"register-{number}", "what": "tie", "kind": "family"}
    return keys | {"subject_name": one, "object_name": other, "asserted_by": speaker, "property": "brother"} | more


_OWNED = {"kind": "owns_controls", "property": "votes", "low": 0.25, "high": 0.3}

CLAIMS = {
    "claims.corroboration": Example(
        {
            "sayings": [
                _text("a", "Fig Daily", paragraph=_PARAGRAPH, published="2021-05-02"),
                _text("b", "Pear Post", paragraph=f"{_PARAGRAPH} (Our own report)", published="2021-05-03"),
                _text("c", "Plum Press", "Ada Elm"),
                _text("d", "Plum Press"),
                _text("e", "Quince Radio", "officials", speaker_kind="nominal"),
                _text("f", "Quince Radio", "Elm", speaker_kind="partial", via="Plum Press; Fig Daily"),
                _text("g", None, digest="same"),
                _text("h", "Hazel Herald"),
                _text("i", "Rowan Review"),
                _text("j", "Fig Daily", "Norland"),
                _text("k", "Alder Argus", author="Cyd Oak", status="alleged", says="Norland may make 64 percent"),
                _text("l", "Birch Bugle", author="Cyd Oak", status="alleged", says="Norland may make 64 percent"),
                _row(1, "Minister Vex", "Fig Daily", polarity="-"),
                _row(2, "Minister Vex", "Pear Post", polarity="-"),
                _row(3, "Fig Daily", "Pear Post"),
                _row(4, "Pear Post", "Fig Daily"),
                _row(5, None, property="founded", value="1990"),
                _row(6, "Ada Elm and Bo Ash", property="chairman", value="Cyd Oak"),
                _row(7, "Bo Ash", property="chairman", value="Cyd Oak"),
                _row(8, "Bo Ash", property="chairman", value="Cyd Oak", status="forecast"),
                _tie(1, "Register", "Ada Elm", "Bo Elm"),
                _tie(2, "Fig Daily", "Bo Elm", "Ada Elm"),
                _tie(3, "Fig Daily", "Hazel Holding", "Hazel Herald", says=None, reading="table", **_OWNED),
                _tie(4, "Register", "the Hazel Holding", "Hazel Herald", says=None, reading="table", **_OWNED),
                _tie(5, "Register", "Bo Elm", "Cyd Oak"),
                _tie(6, "Pear Post", "Bo Elm", "Cyd Oak", standing="proposed"),
            ],
            "same_owner": [
                {"party_name": "Hazel Herald", "owner_name": "Hazel Holding"},
                {"party_name": "Rowan Review", "owner_name": "Hazel Holding"},
                {"party_name": "Rowan Review", "owner_name": "Rowan Trust", "polarity": "-"},
            ],
        }
    ),
}
