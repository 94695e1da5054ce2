"""The facts of apps, brought together by what they are about, with the best grade and its places."""

import re
from dataclasses import dataclass, replace

from cuibono.model.finding import Evidence
from cuibono.model.tables import AppFacts, SameOwner

USABLE = "COALESCE(polarity, '+') = '+' AND COALESCE(status, 'stated') IN ('stated', 'alleged')"
APP = "COALESCE(app_id, LOWER(app_name))"
#: Of the app that is asked for, by its package or its name; all when none is.
ASKED = f"($app = '' OR {APP} = LOWER($app) OR LOWER(app_name) = LOWER($app))"
GRADES = ("observed", "reachable", "capability", "declared")
#: Permissions that stand for what a call takes, so that declared and found can be compared.
PERMISSIONS = {
    "ACCESS_FINE_LOCATION": "location", "ACCESS_COARSE_LOCATION": "location", "ACCESS_BACKGROUND_LOCATION": "location",
    "READ_CONTACTS": "contacts", "READ_CALL_LOG": "call log",
    "READ_SMS": "text messages", "RECEIVE_SMS": "text messages", "SEND_SMS": "text messages",
    "RECORD_AUDIO": "microphone", "CAMERA": "camera", "READ_CALENDAR": "calendar",
    "READ_PHONE_STATE": "device identifier", "READ_PHONE_NUMBERS": "phone number", "GET_ACCOUNTS": "accounts",
    "QUERY_ALL_PACKAGES": "installed apps", "BIND_ACCESSIBILITY_SERVICE": "screen content",
}  # fmt: skip
#: Calls by a part of their name, and what they take; tables of others name them in their own ways.
_CALLS = {
    "contactscontract": "contacts", "locationmanager": "location", "fusedlocation": "location",
    "audiorecord": "microphone", "mediarecorder": "microphone", "cameramanager": "camera", "hardware.camera": "camera",
    "calllog": "call log", "smsmanager": "text messages", "telephony.sms": "text messages",
    "calendarcontract": "calendar", "clipboardmanager": "clipboard", "accountmanager": "accounts",
    "getdeviceid": "device identifier", "getimei": "device identifier", "advertisingidclient": "device identifier",
    "getline1number": "phone number", "getinstalledpackages": "installed apps",
    "getinstalledapplications": "installed apps", "queryintentactivities": "installed apps",
    "getprimaryclip": "clipboard", "getlastknownlocation": "location", "requestlocationupdates": "location",
    "getcurrentlocation": "location", "getlastlocation": "location", "setaudiosource": "microphone",
    "getsubscriberid": "device identifier", "getmeid": "device identifier", "android_id": "device identifier",
    "getaccountsbytype": "accounts", "camera2": "camera", "opencamera": "camera",
}  # fmt: skip
#: Kinds of facts as tables of others call them.
_KINDS = {"host": "endpoint", "server": "endpoint", "domain": "endpoint", "connection": "endpoint", "sdk": "library"}
#: That something left, as tables of others call it.
_SENT = ("sent", "data_sent", "data sent", "transmitted", "transmission", "upload", "uploaded")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class About:
    """One thing of one app: with its grades, how many places, how many of them in the app's own code, an example.

    ``by_grade`` counts the places under each of ``GRADES``; ``names`` is what the facts are called in the table.
    """

    app: str
    name: str
    version: str
    kind: str
    what: str
    grades: tuple[str, ...]
    places: int
    own: int
    example: str
    values: tuple[str, ...]
    by_grade: tuple[int, ...]
    names: tuple[str, ...] = ()

    @property
    def best(self) -> str:
        """The grade that says most: observed before reachable before capability before declared."""
        return next(g for g in GRADES if g in self.grades)


def abouts(facts: AppFacts, app: str) -> list[About]:
    """Everything that is known of apps, one entry for each thing; permissions under what they stand for."""
    rows = facts.sql(
        f"""
        SELECT {APP} AS app, MIN(app_name) AS name, MAX(COALESCE(version, '')) AS version, kind AS kind, name AS what,
               grade AS grade, CAST(COUNT(*) AS BIGINT) AS places,
               CAST(SUM(CASE WHEN own = 'own' THEN 1 ELSE 0 END) AS BIGINT) AS own, MIN(place) AS example,
               MIN(value) AS first_value, MAX(value) AS last_value
        FROM {{this}} WHERE {USABLE} AND {ASKED}
        GROUP BY {APP}, kind, name, grade ORDER BY app, kind, what, grade
        """,
        app=app,
    )
    grouped: dict[tuple[str, str, str], list[dict[str, object]]] = {}
    for row in rows:
        kind, what = as_one(str(row["kind"]), str(row["what"]))
        grouped.setdefault((str(row["app"]), kind, what), []).append(row)
    return _with_hosts([_about(key, found) for key, found in grouped.items()])


def _with_hosts(found: list[About]) -> list[About]:
    """What was sent to a host, with what the case says of that host: "sent to count.birch.example", of advertising."""
    hosts = {(a.app, a.what.lower()): a.values for a in found if a.kind == "endpoint"}
    return [
        replace(a, values=tuple(dict.fromkeys((*a.values, *told))))
        if (told := [v for n in _named_hosts(a) for v in hosts.get((a.app, n.lower()), ())])
        else a
        for a in found
    ]


def _named_hosts(about: About) -> list[str]:
    """The hosts to which something went, as the table has them."""
    return [h for v in about.values for h in _HOST.findall(v)] if about.kind == "access" else []


def as_one(kind: str, what: str) -> tuple[str, str]:
    """Permissions and fields that were sent stand with the calls that take the same."""
    if kind == "permission" and what.rpartition(".")[2] in PERMISSIONS:
        return "access", PERMISSIONS[what.rpartition(".")[2]]
    if kind == "call":
        low = what.lower()
        return next((("access", taken) for part, taken in _CALLS.items() if part in low), (kind, what))
    return ("access", what) if kind in _SENT else (_KINDS.get(kind, kind), what)


def _about(key: tuple[str, str, str], rows: list[dict[str, object]]) -> About:
    best = min(
        rows, key=lambda r: (GRADES.index(str(r["grade"])) if r["grade"] in GRADES else 9, str(r["example"] or ""))
    )
    values = dict.fromkeys(str(r[k]) for r in rows for k in ("first_value", "last_value") if r[k])
    values |= dict.fromkeys(str(r["what"]) for r in rows if r["kind"] == "permission")
    return About(
        key[0], called(key[0], {str(r["name"]) for r in rows}), max(str(r["version"]) for r in rows), key[1], key[2],
        tuple(g for g in GRADES if any(r["grade"] == g for r in rows)),
        sum(int(str(r["places"])) for r in rows), sum(int(str(r["own"])) for r in rows),
        str(best["example"] or "a place that is not given"), tuple(values)[:4],
        tuple(sum(int(str(r["places"])) for r in rows if r["grade"] == g) for g in GRADES),
        tuple(dict.fromkeys(str(r["what"]) for r in rows)),
    )  # fmt: skip


def called(app: str, names: set[str]) -> str:
    """The name for people: a split of a package has none of its own, and is called like the package."""
    return min(names - {app} or names)


def permissions_of(what: str) -> list[str]:
    """The permissions that stand for what a call takes."""
    return [f"android.permission.{p}" for p, taken in PERMISSIONS.items() if taken == what]


def owners(same_owner: SameOwner | None) -> dict[str, str]:
    """Whom developers and apps answer to, by their ids and by their names, where one owner is known."""
    if same_owner is None:
        return {}
    rows = same_owner.sql(
        """
        SELECT party, MIN(owner_name) AS owner
        FROM (SELECT LOWER(party_id) AS party, owner_name, polarity FROM {this}
              UNION ALL SELECT LOWER(party_name) AS party, owner_name, polarity FROM {this}) AS named
        WHERE party IS NOT NULL AND COALESCE(polarity, '+') = '+' GROUP BY party
        HAVING COUNT(DISTINCT owner_name) = 1
        """
    )
    return {row["party"]: row["owner"] for row in rows}


def developers(facts: AppFacts) -> dict[str, str]:
    """The developer of each app, where the case names one."""
    rows = facts.sql(
        f"SELECT {APP} AS app, MIN(developer_name) AS name FROM {{this}} "
        f"WHERE developer_name IS NOT NULL GROUP BY {APP}"
    )
    return {row["app"]: row["name"] for row in rows}


def evidence(facts: AppFacts, about: About) -> Evidence:
    """The places of one thing of one app."""
    names = [about.what]
    if about.kind == "access":
        names += [*permissions_of(about.what), *(n for n in about.names if n != about.what and "permission." not in n)]
        kinds = ["access", "permission", *_SENT, *(["call"] if len(names) > 1 else [])]
        if hosts := _named_hosts(about):  # what is said of them is told of what was sent, too
            names, kinds = [*names, *hosts], [*kinds, *_kinds_of("endpoint")]
    else:
        kinds = _kinds_of(about.kind)
    return facts.where(
        f"{USABLE} AND {APP} = $app AND LIST_CONTAINS($kinds, kind) AND LIST_CONTAINS($names, name)",
        app=about.app, kinds=kinds, names=names,
    )  # fmt: skip


def _kinds_of(kind: str) -> list[str]:
    """A kind of facts, with what tables of others call it."""
    return [kind, *(k for k, one in _KINDS.items() if one == kind)]
