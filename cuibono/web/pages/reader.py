"""The reader: a source as it was, with everything that was found in it; each record can be seen, decided and mended."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from cuibono.case import correcting, reader_rows, reader_view, second_readings
from cuibono.case.reader_view import Paragraph, RecordView, TextPage
from cuibono.errors import CuibonoError, UnknownName
from cuibono.extract.record_fields import FIELDS, takes
from cuibono.model.record import Record
from cuibono.model.source import Source
from cuibono.web import record_forms
from cuibono.web.acting import act, who, word
from cuibono.web.rendering import desk_of, fragment, link, page, partly

#: How the kinds are called that can be switched.
SWITCHES = (
    ("mention", "Names"),
    ("claim", "Claims"),
    ("tie", "Ties"),
    ("event", "Dates"),
    ("amount", "Quantities"),
)
_SHORT = 200


def show(request: Request) -> Response:
    """A source: its text with highlights, its rows as a table, or what it holds."""
    desk, name = desk_of(request), request.path_params["source"]
    at, number = _number(request, "at"), _number(request, "page") or 1
    text = reader_view.text_page(desk.case.layout, name, at=at, number=number)
    if text is not None:
        return _text(request, text, at)
    rows = reader_rows.rows_page(desk.case.layout, name, at=at, number=number)
    source = rows.source if rows else desk.case.source(name)
    if rows is not None:
        return page(request, "rows.html", at="sources", **_about(source), rows=rows, here_at=at)
    inside = [s for s in desk.case.sources() if s.parent == source.id]
    return page(request, "container.html", at="sources", **_about(source), inside=inside)


def _text(request: Request, text: TextPage, at: int | None) -> Response:
    wanted = request.query_params.get("record", "")
    seen = None
    if wanted:
        try:
            seen = reader_view.record_view(desk_of(request).case.layout, text.source.id, wanted)
        except UnknownName:
            seen = None
    return page(
        request,
        "reader.html",
        at="sources",
        **_about(text.source, aside=True),
        text=text,
        here_at=at,
        switches=[(k, label, text.counts[k]) for k, label in SWITCHES],
        voice=_voice(text.source),
        spoken=lambda para: _spoken(para, text, _voice(text.source)),
        tie_words=lambda record: record_forms.headline(record, text.names),
        panel=_panel(seen) if seen else None,
        record=wanted if seen else "",
    )


def _spoken(para: Paragraph, text: TextPage, voice: str) -> list[tuple[str, bool, list[Record]]]:
    """Who speaks in a paragraph: the words of the speaker, whether they are quoted, and the claims that begin in it."""
    found: dict[str, list[Record]] = {}
    for claim in (r for r in para.margin if r.kind == "claim"):
        found.setdefault(text.name(claim.data.get("speaker")), []).append(claim)
    return [(speaker or voice, bool(speaker), claims) for speaker, claims in found.items()]


def _about(source: Source, *, aside: bool = False) -> dict[str, Any]:
    return {"source": source, "short": source.id[:16], "size": _bytes(source.size), "aside": aside}


def record(request: Request) -> Response:
    """One record in the side panel; as a page of its own it is the reader with the panel open."""
    source, wanted = request.path_params["source"], request.path_params["record"]
    seen = reader_view.record_view(desk_of(request).case.layout, source, wanted)
    if not partly(request):
        return RedirectResponse(_place(seen.source, seen.record), status_code=303)
    return fragment(request, "_record.html", **_panel(seen))


def about(request: Request) -> Response:
    """What is known of the source itself: the side panel when no record is open."""
    desk, name = desk_of(request), request.path_params["source"]
    if request.query_params.get("part") == "readings":
        found = desk.remembered(("readings", name), lambda: second_readings.text_readings(desk.case.layout, name))
        waiting = desk.case.corrections(name, unplaced=True)
        return fragment(request, "_readings.html", readings=found, waiting=waiting)
    kind = request.query_params.get("kind", "")
    if kind in record_forms.ADDED:
        return _adding(request, name, kind)
    source = desk.case.source(name)
    return fragment(request, "_source.html", **_about(source, aside=True), here_at=None)


def _adding(request: Request, name: str, kind: str) -> Response:
    text = reader_view.text_page(desk_of(request).case.layout, name, at=_number(request, "at"))
    if text is None:
        raise CuibonoError("Records can only be added to a text.")
    source = text.source
    words = {
        **_about(source),
        "kind": kind,
        "kinds": [(k, record_forms.KINDS[k]) for k in record_forms.ADDED],
        "fields": record_forms.blank(kind, text.names),
        "quote": request.query_params.get("quote", ""),
        "seq": _number(request, "at") or text.starts[text.number - 1],
    }
    if partly(request):
        return fragment(request, "_add_record.html", **words)
    return page(request, "add_record.html", at="sources", **words)


def original(request: Request) -> Response:
    """The bytes as they came in, to be saved; never shown by the browser as a page of ours."""
    desk = desk_of(request)
    source = desk.case.source(request.path_params["source"])
    path = desk.case.layout.source_file(source.id)
    return FileResponse(path, media_type="application/octet-stream", filename=source.name.rpartition("/")[2])


def decide(request: Request, form: FormData) -> str:
    """Confirm, dismiss, change, merge or split a record."""
    desk, by = desk_of(request), who(request, form)
    seen = reader_view.record_view(desk.case.layout, request.path_params["source"], request.path_params["record"])
    does, note, one = word(form, "does"), word(form, "note"), seen.record
    if does in ("confirm", "dismiss"):
        made = desk.case.correct(one.id, by=by, note=note, confirm=does == "confirm", dismiss=does == "dismiss")
    elif does == "merge":
        made = desk.case.correct(one.id, by=by, note=note, merge=word(form, "other"))
    elif does == "split":
        parted = [str(v) for v in form.getlist("mention")]
        new = word(form, "name")
        made = desk.case.correct(one.id, by=by, note=note, split=parted or ["none"], set={"name": new} if new else None)
    else:
        made = desk.case.correct(one.id, by=by, note=note, set=_changes(seen, form))
    past = {"confirm": "Confirmed", "dismiss": "Dismissed", "merge": "Merged", "split": "Split"}.get(does, "Changed")
    kind = record_forms.KINDS[one.kind].lower()
    desk.say(f"{past}: {kind} “{record_forms.headline(one, seen.names)[:_SHORT]}”.", undo=made.seq)
    return _place(seen.source, one, gone=does == "dismiss")


def _changes(seen: RecordView, form: FormData) -> Mapping[str, Any]:
    """The fields that a form changes; raises CuibonoError when there are none."""
    changed: dict[str, Any] = {}
    for field in FIELDS.get(seen.record.kind, {}):
        if f"has:{field}" not in form:
            continue
        given = [v.strip() for v in form.getlist(f"set:{field}") if isinstance(v, str) and v.strip()]
        if given == record_forms.current(seen.record, field):
            continue
        kind, _ = takes(seen.record.kind, field)
        changed[field] = given if kind == "names" else given[0] if given else ""
    if not changed:
        raise CuibonoError("Nothing was changed.", try_="change a field first, or confirm the record as it is")
    return changed


def add(request: Request, form: FormData) -> str:
    """Write down a record that was missed."""
    desk, by = desk_of(request), who(request, form)
    source, kind, words = request.path_params["source"], word(form, "kind"), str(form.get("quote", ""))
    fields: dict[str, Any] = {}
    for field in FIELDS.get(kind, {}):
        given = [v.strip() for v in form.getlist(f"set:{field}") if isinstance(v, str) and v.strip()]
        if given:
            fields[field] = given if takes(kind, field)[0] == "names" else given[0]
    text, at = " ".join(words.split()), word(form, "at")
    seq = int(at) if at.isascii() and at.isdigit() else None
    made = correcting.add(desk.case.layout, source, kind, text, fields, by=by, note=word(form, "note"), at=seq)
    desk.say(f"Written down: {record_forms.KINDS[kind].lower()} “{text[:_SHORT]}”.", undo=made.seq)
    return link(f"/source/{quote(source, safe='')}", at=at, record=made.target) + f"#r-{made.target}"


def _panel(seen: RecordView) -> dict[str, Any]:
    one = seen.record
    name = seen.names.get(str(one.data.get("name"))) if one.kind in ("mention", "reference") else None
    entity = str((name or one).data.get("entity") or "") if (name or one.kind == "name") else ""
    return {
        "source": seen.source,
        "short": seen.source.id[:16],
        "one": one,
        "kind_word": record_forms.KINDS[one.kind],
        "says": record_forms.headline(one, seen.names),
        "facts": record_forms.facts(one, seen.names),
        "fields": record_forms.form(one, seen.names),
        "name_record": name,
        "entity_id": entity,
        "voice": _voice(seen.source),
        "speaker": record_forms.words(seen.names.get(str(one.data.get("speaker") or one.data.get("asserted_by")))),
        "here": [(r, record_forms.KINDS[r.kind], record_forms.headline(r, seen.names)) for r in seen.here],
        "mentions": seen.mentions[:60],
        "mention_count": len(seen.mentions),
        "others": sorted(
            ((n.id, record_forms.words(n)) for n in seen.names.values() if n.id != one.id),
            key=lambda c: c[1].casefold(),
        ),
        "corrections": seen.corrections,
        "confidence": one.data.get("confidence"),
        "rule": str(one.data.get("rule") or ""),
    }


def _place(source: Source, one: Record, *, gone: bool = False) -> str:
    base = link(f"/source/{source.id[:16]}", at=one.seq, record="" if gone else one.id)
    return f"{base}#p{one.seq}" if gone or one.kind == "name" else f"{base}#r-{one.id}"


def _voice(source: Source) -> str:
    """Who speaks where nobody is quoted."""
    return source.outlet or source.author or "the text itself"


def _number(request: Request, name: str) -> int | None:
    asked = request.query_params.get(name, "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 12 else None


def _bytes(size: int) -> str:
    if size < 1_000:
        return f"{size} bytes"
    return f"{size / 1e3:.0f} kB" if size < 1e6 else f"{size / 1e6:.1f} MB" if size < 1e9 else f"{size / 1e9:.1f} GB"


ROUTES = [
    Route("/record/{source}/{record}", record),
    Route("/record/{source}/{record}", act(decide), methods=["POST"]),
    Route("/record/{source}", about),
    Route("/record/{source}", act(add), methods=["POST"]),
    Route("/original/{source}", original),
    Route("/source/{source:path}", show),
]
