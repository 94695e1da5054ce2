"""What a person may change of a record, and what each field takes."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from cuibono.errors import BadSetting, UnknownName
from cuibono.extract import records
from cuibono.model import quantities
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.date_bounds import is_edtf

Parse = Callable[[str, Any], Any]


def parsed(kind: str, values: Mapping[str, Any], refer: Callable[[str], str]) -> dict[str, Any]:
    """The values as a record holds them; ``refer`` finds the id of a name by its id or words.

    Raises UnknownName for a field that the kind does not have, BadSetting for a value that does not fit.
    """
    fields = FIELDS.get(kind, {})
    made = {}
    for name, value in values.items():
        if name not in fields:
            raise UnknownName.among(f"field of a {kind}", name, sorted(fields))
        made[name] = fields[name](name, value) if fields[name] not in _REFER else fields[name](name, value, refer)
    return made


def _text(name: str, value: Any) -> str:
    text = " ".join(str(value or "").split())
    if not text:
        raise BadSetting(f"{name} cannot be empty.", try_=f'--set {name}="..."')
    return text


def _optional(name: str, value: Any) -> str | None:
    return _text(name, value) if str(value or "").strip() not in ("", "none") else None


def _listed(name: str, value: Any) -> list[str]:
    parts = value.split(";") if isinstance(value, str) else list(value or [])
    return [_text(name, p) for p in parts if str(p).strip()]


def _number(name: str, value: Any) -> float | None:
    if value in (None, "", "none"):
        return None
    try:
        return float(value)
    except (TypeError, ValueError):
        raise BadSetting(f"{name} must be a number, not '{value}'.", try_=f"--set {name}=12.5") from None


def _date(name: str, value: Any) -> str | None:
    text = _optional(name, value)
    if text is not None and not is_edtf(text):
        raise BadSetting(f"'{text}' is no date in EDTF.", try_="2013, 2013-05, 2013-05-03, 2013/2018, 2013~")
    return text


def _share(name: str, value: Any) -> list[float] | None:
    text = _optional(name, value)
    if text is None:
        return None
    said = quantities.parse(text if "%" in text or "percent" in text else f"{text} %")
    if said is None:
        raise BadSetting(f"'{text}' is no share.", try_='--set share="35 %", or "25-50 %"')
    ends = (0.0 if said.low is None else said.low / 100, 1.0 if said.high is None else said.high / 100)
    if not 0 <= ends[0] <= ends[1] <= 1:
        raise BadSetting(f"'{text}' is no share of a whole.", try_='--set share="35 %"')
    return list(ends)


def _one_of(words: Any) -> Parse:
    choices = get_args(words)

    def parse(name: str, value: Any) -> str:
        if value not in choices:
            raise UnknownName.among(name, str(value), list(choices))
        return str(value)

    parse.choices = choices  # type: ignore[attr-defined]  # for forms, which offer them
    return parse


def takes(kind: str, field: str) -> tuple[str, tuple[str, ...]]:
    """What a field takes, for a form: text, list, number, date, share, name, names, or a choice with its choices."""
    parse = FIELDS[kind][field]
    choices = getattr(parse, "choices", ())
    return ("choice", choices) if choices else (_TAKES.get(parse, "text"), ())


def _refer(name: str, value: Any, refer: Callable[[str], str]) -> str:
    return refer(_text(name, value))


def _refer_or_none(name: str, value: Any, refer: Callable[[str], str]) -> str | None:
    text = _optional(name, value)
    return None if text is None else refer(text)


def _refer_all(name: str, value: Any, refer: Callable[[str], str]) -> list[str]:
    return [refer(v) for v in _listed(name, value)]


_REFER: tuple[Callable[..., Any], ...] = (_refer, _refer_or_none, _refer_all)
_TAKES: Mapping[Callable[..., Any], str] = {
    _listed: "list", _number: "number", _date: "date", _share: "share",
    _refer: "name", _refer_or_none: "name", _refer_all: "names",
}  # fmt: skip

FIELDS: Mapping[str, Mapping[str, Callable[..., Any]]] = {
    "name": {
        "name": _text,
        "type": _one_of(records.EntityType),
        "naming": _one_of(records.Naming),
        "aliases": _listed,
    },
    "mention": {"name": _refer, "type": _one_of(records.EntityType)},
    "reference": {"name": _refer},
    "turn": {
        "speaker": _refer_or_none,
        "voice": _one_of(records.Turn.__annotations__["voice"]),
        "section": _optional,
    },
    "claim": {
        "speaker": _refer_or_none,
        "speaker_kind": _one_of(records.SpeakerKind),
        "mode": _one_of(records.Mode),
        "via": _refer_all,
        "status": _one_of(records.Status),
        "polarity": _one_of(records.Polarity),
        "kind": _one_of(ClaimKind),
        "subject": _refer_or_none,
        "object": _refer_or_none,
        "about": _optional,
        "value": _number,
        "value_max": _number,
        "unit": _optional,
        "qualifier": _optional,
        "time": _date,
        "place": _refer_or_none,
    },
    "tie": {
        "type": _one_of(records.TieType),
        "subject": _refer,
        "object": _refer,
        "role": _optional,
        "date": _date,
        "share": _share,
        "status": _one_of(records.Status),
        "polarity": _one_of(records.Polarity),
        "asserted_by": _refer_or_none,
    },
    "event": {"date": _date, "label": _text, "participants": _refer_all},
    "amount": {
        "value": _number,
        "value_max": _number,
        "unit": _text,
        "qualifier": _optional,
        "what": _optional,
        "about": _refer_or_none,
    },
}
#: What a record that a person adds must say, and what it says where they do not.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "name": ("type",),
    "mention": ("name",),
    "reference": ("name",),
    "tie": ("type", "subject", "object"),
    "event": ("date",),
    "amount": ("value", "unit"),
}
ASSUMED: Mapping[str, Mapping[str, Any]] = {
    "name": {"naming": "named"},
    "claim": {"speaker_kind": "named", "mode": "direct", "status": "stated", "polarity": "+"},
    "tie": {"status": "stated", "polarity": "+", "rule": "person"},
    "turn": {"voice": "unknown"},
}
