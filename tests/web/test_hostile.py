"""Hostile text in names, files, titles, outlets, claims and mappings shows as text on every page and in the report.

Every page that a case full of it leads to is parsed: no script but ours, no handler, no style, no address of theirs.
"""

import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, urldefrag, urlsplit

import lxml.html
import pytest
from starlette.routing import Match, Route
from starlette.testclient import TestClient

from cuibono.case import Case, open_case
from cuibono.case.told import Told
from cuibono.errors import CuibonoError
from cuibono.model.draft import Block, Draft
from cuibono.web.app import application, routes
from tests.reports.hostile import ATTACKS
from tests.web.conftest import ORIGIN, PORT, TOKEN
from tests.web.waiting import ended

#: What no text of a source may become.
_NEVER = ("iframe", "object", "embed", "base", "math", "applet", "frame", "audio", "video", "foreignobject")
#: Attacks as a table or a form can hold them: nothing that is no text at all.
TEXTS = tuple(dict.fromkeys(" ".join(re.sub(r"[\x00-\x1f\ud800-\udfff]", " ", a).split()) for a in ATTACKS))
MARKUP = tuple(t for t in TEXTS if "<" in t)
#: Those in rows of claims and holdings, which are dear to test.
SAID = MARKUP[:6]
#: So many pages of each kind are looked at.
_EACH = 2


def _csv(*rows: tuple[object, ...]) -> bytes:
    cells = (",".join('"' + str(c).replace('"', '""') + '"' for c in row) for row in rows)
    return ("\n".join(cells) + "\n").encode()


def _fill(case: Case) -> None:
    """Everything that a case can be told, and all of it hostile."""
    claims = [("speaker", "about", "property", "value", "unit", "when", "outlet")]
    claims += [(t, t, f"share of {t}", n, "percent", "2021", t) for n, t in enumerate(SAID, 1)]
    holdings = [("owner", "company", "share", "from")]
    holdings += [(t, SAID[n - 2], 51, "2020-01-01") for n, t in enumerate(SAID)]
    shares = [("supplier", "good", "share", "period", "basis")]
    shares += [(t, SAID[n - 1], 90, "2021", "production") for n, t in enumerate(SAID)]
    upload = case.upload()
    for name in MARKUP:
        upload.begin(f"f/{name}.txt")
        upload.write(f"{name} said that {name} made it.\n\nNobody {name} heard it.\n".encode())
    upload.begin("f/page.html")
    title = MARKUP[0].replace("<", "&lt;")
    upload.write(f"<html><title>{title}</title><p>{'A long text of a page of the web. ' * 20}</p></html>".encode())
    upload.begin(f"{MARKUP[2]}.pdf")
    upload.write(b"%PDF-1.7 nothing")
    upload.begin("../" + MARKUP[0])
    upload.add(Told(outlet=MARKUP[1], author=MARKUP[2], origin=MARKUP[3], language="en"), read=False)
    upload.close()
    for table, rows in (("claims", claims), ("holdings", holdings), ("supply_shares", shares)):
        one = case.upload()
        one.begin(f"{table}{MARKUP[2]}.csv")
        one.write(_csv(*rows))
        one.add(Told(as_table=table, outlet=MARKUP[0]), read=False)
        one.close()
    entities = [{"id": t, "schema": "Person", "properties": {"name": [t], "position": [t]}} for t in TEXTS]
    more = case.upload()
    more.begin("people.ftm.json")
    more.write("\n".join(json.dumps(e) for e in entities).encode())
    more.add(Told(), read=False)
    more.close()
    case.look("dependence.concentration")
    found = case.findings()
    case.judge(found[0].id, "confirmed", by=MARKUP[0], note=MARKUP[1])
    case.protect(case.sources()[0].id, by=MARKUP[0], note=MARKUP[2])
    case.unprotect(case.sources()[0].id, by=MARKUP[0], note=MARKUP[2])
    for pair in case.match(limit=2):
        case.judge_pair(pair.left.id, pair.right.id, "different", by=MARKUP[0], note=MARKUP[1])
    case.keep_draft(
        Draft(
            MARKUP[1],
            (
                Block("heading", text=MARKUP[0]),
                Block("text", text="\n\n".join(TEXTS)),
                *(Block("finding", id=f.id) for f in found[:4]),
                *(Block("claim", id=r.id) for r in case.docket(run=False)[:4]),
                Block("finding", id=MARKUP[2]),
            ),
        )
    )


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Case:
    case = open_case(tmp_path_factory.mktemp("hostile") / "case", title=MARKUP[0])
    _fill(case)
    return case


@pytest.fixture(scope="module")
def reader(bad: Case) -> Iterator[TestClient]:
    app = application(bad, token=TOKEN, port=PORT)
    with TestClient(app, base_url=ORIGIN, headers={"origin": ORIGIN}) as browser:
        browser.get(f"/sources?token={TOKEN}")
        browser.cookies.set("by", quote(MARKUP[0]))
        yield browser


def _check(text: str, where: str, *, styled: bool = False) -> lxml.html.HtmlElement:
    """That nothing of theirs is more than text; ``styled`` for a report, which holds its own style and no script."""
    for raw in MARKUP:
        assert raw not in text, f"{raw} stands raw on {where}"
    page = lxml.html.fromstring(text)
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag.lower() not in _NEVER, f"<{element.tag}> on {where}"
        if element.tag == "script":
            assert (element.get("src"), (element.text or "").strip()) == ("/static/desk.js", ""), where
            assert not styled, where
        if element.tag == "style":
            assert styled, f"a style on {where}"
            assert "tracker" not in (element.text or ""), where
        if element.tag == "meta":
            assert (element.get("http-equiv") or "").lower() in ("", "content-security-policy"), where
        if element.tag == "link":
            assert (element.get("href") or "").startswith(("/static/", "/report/style.css", "data:,")), where
        if element.tag in ("img", "image"):
            assert (element.get("src") or element.get("href") or "").startswith("/"), where
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), f"{name} on {where}"
            assert name.lower() not in ("style", "srcdoc", "background"), f"{name} on {where}"
            if name.lower() in ("href", "src", "action", "formaction", "hx-get", "hx-post", "xlink:href"):
                assert _ours(value), f"{name}={value} on {where}"
    return page


def _ours(address: str) -> bool:
    """An address of the desk, a place on the page, or a web address that somebody named, as it is shown."""
    plain = address.strip().lower()
    return plain == "" or plain.startswith(("/", "#", "?", "data:,")) or re.match(r"https?://[^\s/]", plain) is not None


def _kind(path: str) -> str:
    """The address of a page with its parts left open: /docket/{claim}."""
    scope = {"type": "http", "path": path, "method": "GET", "headers": [], "root_path": ""}
    found = (r for r in routes() if isinstance(r, Route) and r.matches(scope)[0] is Match.FULL)
    return next((r.path for r in found), path)


def test_every_page_shows_it_as_text(reader: TestClient) -> None:
    starts = [
        "/",
        "/overview",
        "/search?q=alert",
        "/claims",
        "/findings",
        "/lenses",
        "/match",
        "/match/judged",
        "/feeds",
    ]
    starts += ["/network", "/timeline", "/sources", "/sources/unread", "/report", "/report?pick=claims"]
    starts += [r.path for r in routes() if isinstance(r, Route) and "{" not in r.path and "GET" in (r.methods or ())]
    for text in (MARKUP[0], '"><svg onload=alert(1)>'):
        told = quote(text, safe="")
        starts += [f"/{page}/{told}" for page in ("docket", "entity", "finding", "lenses", "source", "sources", "jobs")]
        starts += [f"/search?q={told}&kind={told}", f"/sources?words={told}&kind={told}&outlet={told}&order={told}"]
        starts += [
            f"/report?q={told}&pick={told}",
            f"/match?entity={told}&at={told}",
            f"/?speaker={told}&outcome={told}",
        ]
        starts += [f"/network?entity={told}", f"/network/path?a={told}&b={told}", f"/timeline?entity={told}"]
        starts += [f"/claims?q={told}&speaker={told}", f"/findings?q={told}&lens={told}"]
    todo, seen, each = deque(dict.fromkeys(starts)), set(starts), Counter[str]()
    shown = ""
    while todo:
        path = todo.popleft()
        answer = reader.get(path)
        if answer.url.path.startswith("/jobs/") and answer.status_code == 200:
            answer = reader.get(ended(reader, answer.url.path))
        assert answer.status_code < 500, f"{path}: {answer.text[-400:]}"
        if not answer.headers["content-type"].startswith("text/html"):
            assert answer.headers["x-content-type-options"] == "nosniff"
            continue
        if not answer.text.strip():
            continue
        page = _check(answer.text, path)
        shown += page.text_content()
        for link in page.iter("a"):
            to = urldefrag(link.get("href") or "")[0]
            if not to.startswith("/") or to.startswith("/static") or to in seen:
                continue
            kind = _kind(urlsplit(to).path)
            if each[kind] < _EACH:
                each[kind] += 1
                seen.add(to)
                todo.append(to)
    assert each["/docket/{claim}"] == each["/finding/{finding}"] == each["/sources/{source}"] == _EACH
    squeezed = " ".join(shown.split())
    assert [t for t in MARKUP if t[:40] not in squeezed] == []


def test_what_is_sent_and_what_is_said_back_shows_as_text(reader: TestClient, bad: Case) -> None:
    forms = {
        "/match": {"left": MARKUP[0], "right": MARKUP[1], "verdict": "same", "by": MARKUP[2]},
        f"/sources/{bad.sources()[1].id[:16]}": {"do": "protect", "by": MARKUP[0], "note": MARKUP[1]},
        "/report": {"title": MARKUP[0], "op": MARKUP[1]},
        "/undo": {"seq": MARKUP[0], "next": "//tracker.example/x"},
    }
    for path, fields in forms.items():
        answer = reader.post(path, data=fields)
        assert urlsplit(str(answer.url)).netloc == urlsplit(ORIGIN).netloc
        _check(answer.text, f"{path} after a form")
    bad.undo()


def test_files_that_a_browser_sends_are_told_of_as_text(reader: TestClient) -> None:
    mapping = f"table: '{MARKUP[0].replace(chr(39), chr(39) * 2)}'\ncolumns:\n  {json.dumps(MARKUP[1])}: supplier\n"
    sent = [
        ("mapping", ("m.yaml", mapping.encode())),
        ("path", (None, f"x/{MARKUP[3]}.csv")),
        ("files", ("x.csv", b"a,b\n1,2\n")),
        ("path", (None, f"../{MARKUP[2]}")),
        ("files", ("y.txt", b"y")),
        ("outlet", (None, MARKUP[0])),
    ]
    started = reader.post("/sources", files=sent, follow_redirects=False)
    page = ended(reader, started.headers["location"])
    _check(page if page.startswith("<") else reader.get(page).text, "what was added")
    scripted = reader.post("/sources", files=[("published", (None, MARKUP[0])), *sent], headers={"x-desk": "upload"})
    assert scripted.headers["content-type"] == "application/json"


def test_a_mapping_of_hostile_columns_is_told_of_as_text(reader: TestClient, bad: Case, tmp_path: Path) -> None:
    header = MARKUP[2]
    (tmp_path / "m.yaml").write_text(json.dumps({"table": "holdings", "columns": {"owner_name": header}}), "utf-8")
    (tmp_path / "h.csv").write_bytes(_csv((header, "company", "share"), (MARKUP[0], MARKUP[1], 51)))
    with suppress(CuibonoError):  # whether it is refused or read, pages tell of it
        bad.add(tmp_path / "h.csv", mapping=tmp_path / "m.yaml", read=False)
    _check(reader.get("/sources").text, "/sources")


@pytest.mark.parametrize("form", ["preview", "html", "md"])
def test_the_report_shows_it_as_text(reader: TestClient, form: str) -> None:
    started = reader.post("/report/make", data={"form": form}, follow_redirects=False)
    where = ended(reader, started.headers["location"])
    answer = reader.get(where if form == "preview" else f"{where}/file")
    assert answer.status_code == 200
    if form == "md":
        assert not [t for t in MARKUP if t in answer.text]
        return
    page = _check(answer.text, form, styled=form == "html")
    shown = " ".join(page.text_content().split())
    assert [t for t in TEXTS if t[:40] not in shown and "\u202e" not in t] == []


def test_the_report_of_the_whole_case_shows_it_as_text(reader: TestClient) -> None:
    started = reader.post("/report/make/whole", data={"form": "html"}, follow_redirects=False)
    where = ended(reader, started.headers["location"])
    _check(reader.get(f"{where}/file").text, "the whole case", styled=True)
    assert reader.get(f"{where}/file").headers["content-disposition"].startswith("attachment")
