"""Tables of what was found in texts, for people who query: who is named, who says what, ties, events, amounts.

They hold what lenses rely on: records that were read with confidence, and what a person confirmed. ``proposals`` holds
the rest, for people to look at.
"""

from dataclasses import dataclass

from cuibono.model.words import RELIED_ON

#: Every row carries these, as the rows of lens tables do.
COMMON = (
    "id",
    "_source",
    "_row",
    "asserted_by",
    "status",
    "polarity",
    "standing",
    "confidence",
    "reading",
    "start",
    "end",
)


@dataclass(frozen=True, slots=True)
class Field:
    """A column: what it says, and the SQL that takes it out of a record."""

    name: str
    says: str
    sql: str


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table made of the records of some kinds."""

    name: str
    says: str
    kinds: tuple[str, ...]
    fields: tuple[Field, ...]
    proposals: bool = False


def _data(key: str) -> str:
    return f"json_extract_string(c.data, '$.{key}')"


def _field(name: str, says: str, key: str = "", kind: str = "VARCHAR") -> Field:
    found = _data(key or name)
    return Field(name, says, found if kind == "VARCHAR" else f"TRY_CAST({found} AS {kind})")


def _named(name: str, says: str, key: str = "") -> tuple[Field, Field]:
    """The id of a name and its words, as two columns."""
    key = key or name
    words = f"(SELECT max({_n('name')}) FROM named AS n WHERE n.source = c.source AND n.id = {_data(key)})"
    return Field(f"{name}_id", f"{says}: its id", _data(key)), Field(f"{name}_name", says, words)


def _n(key: str) -> str:
    return f"json_extract_string(n.data, '$.{key}')"


def _listed(name: str, says: str, key: str = "") -> Field:
    ids = f"from_json(json_extract(c.data, '$.{key or name}'), '[\"VARCHAR\"]')"
    words = f"SELECT string_agg({_n('name')}, '; ') FROM named AS n WHERE n.source = c.source"
    return Field(name, says, f"({words} AND list_contains({ids}, n.id))")


_QUOTE = Field("quote", "the words as they stand", "c.quote")

TABLES: tuple[RecordTable, ...] = (
    RecordTable(
        "names",
        "Whom and what a text names, once per text.",
        ("name",),
        (
            _field("name", "the fullest form in the text"),
            _field("type", "Person, Organization, Location, Product, Event or Group"),
            _field("naming", "named, partial, or one that must never be matched: pseudonymous, anonymous, nominal"),
            _field("aliases", "other forms in the text, as JSON"),
            _field("variants", "other spellings of a Chinese name, as JSON; they do not stand in the text"),
            _field("entity_id", "the entity that it became", "entity"),
            _field("schema", "the schema of that entity"),
        ),
    ),
    RecordTable(
        "mentions",
        "Every place at which a name stands, or a word that stands for it.",
        ("mention", "reference"),
        (
            *_named("name", "who or what is meant"),
            _field("type", "Person, Organization, Location, Product, Event or Group"),
            Field("kind", "mention: the name itself; reference: a pronoun or a description", "c.kind"),
            _QUOTE,
        ),
    ),
    RecordTable(
        "turns",
        "Who speaks in which stretch of a transcript.",
        ("turn",),
        (
            *_named("speaker", "who speaks; empty where that stays open"),
            _field("voice", "host, guest, narration, clip or unknown"),
            _field("section", "the part of the programme"),
            _QUOTE,
        ),
    ),
    RecordTable(
        "quotes",
        "Who says what in a text, in the words of the text, and through whom it reached the page.",
        ("claim",),
        (
            *_named("speaker", "who says so; empty for the text's own voice"),
            _field("speaker_kind", "named, partial, pseudonymous, anonymous, nominal or organisation"),
            _field("mode", "direct, indirect, mixed, or a turn of a transcript"),
            _field("kind", "share, rank, count, amount, trend, tie, role, ownership, control, event date, opinion ..."),
            *_named("subject", "whom it is about"),
            _listed("via", "who passes it on, the nearest to the reader first"),
            _QUOTE,
        ),
    ),
    RecordTable(
        "ties",
        "Who stands how to whom, as a text states it, on whose word.",
        ("tie",),
        (
            _field("type", "family, role, member_of, owns_controls, funds ..."),
            *_named("subject", "who"),
            *_named("object", "to whom"),
            _field("role", "the post or kinship, in the words of the text"),
            _field("date", "when, as EDTF"),
            _field("share_low", "lower end of the share owned, 0 to 1", "share[0]", "DOUBLE"),
            _field("share_high", "upper end of the share owned, 0 to 1", "share[1]", "DOUBLE"),
            _field("rule", "the rule that found it"),
            _QUOTE,
        ),
    ),
    RecordTable(
        "events",
        "What a text dates.",
        ("event",),
        (
            _field("date", "when, as EDTF"),
            _field("precision", "day, month, season, year, decade, century, interval or open"),
            _field("label", "what happened"),
            _listed("participants", "who took part"),
            _field("base", "the date that filled in what the wording leaves out"),
            Field("quote", "the date as it is written", "c.quote"),
        ),
    ),
    RecordTable(
        "amounts",
        "Numbers with their unit, and what they measure.",
        ("amount",),
        (
            _field("value", "the number, in base units; the lower end of a range", kind="DOUBLE"),
            _field("value_max", "the upper end of a range", kind="DOUBLE"),
            _field("unit", "percent, CNY, USD, people, km ..."),
            _field("qualifier", "more than, nearly, about ..."),
            _field("what", "what it measures"),
            *_named("about", "whom it is about"),
            _QUOTE,
        ),
    ),
    RecordTable(
        "proposals",
        "What reading is not sure of, and no lens relies on until a person confirms it.",
        ("name", "turn", "claim", "tie", "event", "amount"),
        (
            Field("kind", "name, turn, claim, tie, event or amount", "c.kind"),
            _field("type", "of a tie or a name"),
            *_named("speaker", "who says it"),
            *_named("subject", "who"),
            *_named("object", "to whom"),
            _field("role", "the post or kinship"),
            _QUOTE,
        ),
        proposals=True,
    ),
)
NAMES = tuple(t.name for t in TABLES)


def record_table(name: str) -> RecordTable:
    """The table of that name."""
    return next(t for t in TABLES if t.name == name)


def view(table: RecordTable) -> str:
    """The SELECT behind a table, over the view ``record``."""
    standings = "'proposed'" if table.proposals else ", ".join(f"'{s}'" for s in RELIED_ON)
    kinds = ", ".join(f"'{k}'" for k in table.kinds)
    speaker = f"coalesce({_data('asserted_by')}, {_data('speaker')})"
    who = f"(SELECT max({_n('name')}) FROM named AS n WHERE n.source = c.source AND n.id = {speaker})"
    common = {
        "id": "c.id",
        "_source": "c.source",
        "_row": "c.seq",
        "asserted_by": f"coalesce({who}, (SELECT coalesce(s.outlet, s.author, s.title, s.name) FROM source AS s "
        "WHERE s.id = c.source))",
        "status": f"coalesce({_data('status')}, 'stated')",
        "polarity": f"coalesce({_data('polarity')}, '+')",
        "standing": f"coalesce({_data('standing')}, 'read')",
        "confidence": f"TRY_CAST({_data('confidence')} AS DOUBLE)",
        "reading": "c.reading",
        "start": "c.start_char",
        "end": "c.end_char",
    }
    columns = {**{f.name: f.sql for f in table.fields}, **common}
    listed = ", ".join(f'{sql} AS "{name}"' for name, sql in columns.items())
    return (
        f"WITH named AS (SELECT * FROM record WHERE kind = 'name') SELECT {listed} FROM record AS c "
        f"WHERE c.kind IN ({kinds}) AND coalesce({_data('standing')}, 'read') IN ({standings})"
    )
