"""How much of what a careful reader found a machine found too: the rules by which its rows are matched.

Both sides are rows as ``reading_corpus`` makes them and ``bench/reading.py predict`` writes them.
An *entity* is found when any of its names is the same (case, accents, titles and a possessive aside), one to one; a
*tie* when its type (where two fit, either) and both ends are right and the evidence overlaps; a *claim* when the
content overlaps (half of the shorter, a fifth of the longer) and the speaker is right, where any anonymous speaker
fits any other; an *event* when the words of the date overlap and the EDTF is the gold's or one of its alternatives;
an *amount* when the spans overlap and the value is right, then also the unit. *Names grouped* is B-cubed over
mentions that overlap.
*Turns* are counted in characters that somebody other than the host speaks.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from tests.gates.reading_sides import Count, Names, Row, Score, Side, overlap, plain, touch

__all__ = ["SYMMETRIC", "Count", "Score", "Side", "matched_ties", "plain", "score", "table"]

SYMMETRIC = frozenset({"associate_of", "partner_of", "opponent_of", "family"})


def score(gold: Iterable[Row], found: Iterable[Row]) -> Score:
    """Compare all documents of the gold; what was found in others is left aside."""
    wanted, seen = _by_document(gold), _by_document(found)
    total = Score()
    for doc in sorted(wanted):
        g, p = Side(wanted[doc]), Side(seen.get(doc, []))
        for measure in (_entities, _grouped, _ties, _claims, _turns, _events, _amounts):
            measure(g, p, doc, total)
    return total


def matched_ties(gold: Iterable[Row], found: Sequence[Row]) -> list[bool]:
    """For every tie found, whether it is a tie of the gold; rows of one document, its entities among them."""
    g, p = Side(gold), Side(found)
    used = _match_ties(g, p, p.by["relation"])
    return [k in used for k in range(len(p.by["relation"]))]


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    by: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by[row["doc"]].append(row)
    return by


def _entities(g: Side, p: Side, doc: str, total: Score) -> None:
    pairs = []
    for e in g.by["entity"]:
        for f in p.by["entity"]:
            if shared := g.known[e["id"]] & p.known[f["id"]]:
                together = sum(touch(m, f.get("mentions")) for m in e["mentions"])
                pairs.append((-together, -len(shared), e["id"], f["id"]))
    of_gold: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, e_id, f_id in sorted(pairs):
        if e_id not in of_gold and f_id not in taken:
            of_gold[e_id] = f_id
            taken.add(f_id)
    total.counts["entity"].add(len(of_gold), len(p.by["entity"]), len(g.by["entity"]))
    for kind in ("Person", "Organization", "Location"):
        ids = [i for i, t in g.type.items() if t == kind]
        right = sum(i in of_gold and p.type[of_gold[i]] == kind for i in ids)
        total.counts[f"entity:{kind}"].add(right, sum(t == kind for t in p.type.values()), len(ids))
    total.errors += [("entity missed", doc, e["name"]) for e in g.by["entity"] if e["id"] not in of_gold]
    total.errors += [("entity spurious or split", doc, f["name"]) for f in p.by["entity"] if f["id"] not in taken]


def _grouped(g: Side, p: Side, doc: str, total: Score) -> None:
    wanted = sorted((tuple(m), e["id"]) for e in g.by["entity"] for m in e["mentions"])
    found = sorted((tuple(m), f["id"]) for f in p.by["entity"] for m in f.get("mentions", []))
    used: set[int] = set()
    aligned = []
    for span, e_id in wanted:
        best = None
        for k, (other, _) in enumerate(found):
            if other[0] >= span[1]:
                break
            better = best is None or overlap(span, other) > overlap(span, found[best][0])
            if k not in used and overlap(span, other) and better:
                best = k
        if best is not None:
            used.add(best)
            aligned.append((e_id, found[best][1]))
    total.counts["mention"].add(len(aligned), len(found), len(wanted))
    in_gold, in_found = Counter(a for a, _ in aligned), Counter(b for _, b in aligned)
    both = Counter(aligned)
    total.grouped[0] += sum(both[pair] / in_found[pair[1]] for pair in aligned)
    total.grouped[1] += sum(both[pair] / in_gold[pair[0]] for pair in aligned)
    total.grouped[2] += len(aligned)


def _same_tie(g: Side, p: Side, want: Row, got: Row, typed: bool = True) -> bool:
    if typed and got["type"] not in want.get("types", (want["type"],)):
        return False
    gs, go, ps, po = g.names(want["subj"]), g.names(want["obj"]), p.names(got["subj"]), p.names(got["obj"])
    straight = bool(gs & ps and go & po)
    turned = (not typed or want["type"] in SYMMETRIC) and bool(gs & po and go & ps)
    return (straight or turned) and touch(want["evidence"], got.get("evidence"))


def _match_ties(g: Side, p: Side, found: Sequence[Row], typed: bool = True) -> dict[int, int]:
    """Which tie found (by place) fits which tie of the gold; each fits one."""
    used: dict[int, int] = {}
    for at, want in enumerate(g.by["relation"]):
        for k, got in enumerate(found):
            if k not in used and _same_tie(g, p, want, got, typed):
                used[k] = at
                break
    return used


def _ties(g: Side, p: Side, doc: str, total: Score) -> None:
    wanted, found = g.by["relation"], p.by["relation"]
    used = _match_ties(g, p, found)
    total.counts["tie"].add(len(used), len(found), len(wanted))
    total.counts["tie, any type"].add(len(_match_ties(g, p, found, typed=False)), len(found), len(wanted))
    read = [r for r in found if r.get("standing") == "read"]
    total.counts["tie read"].add(len(_match_ties(g, p, read)), len(read), len(wanted))
    for at, want in enumerate(wanted):
        right = at in used.values()
        total.counts[f"tie:{want['type']}"].add(right, 0, 1)
        if not right:
            total.errors.append(("tie missed", doc, f"{want['subj']} {want['type']} {want['obj']}"))
    for k, got in enumerate(found):
        total.counts[f"tie:{got['type']}"].add(0, 1, 0)
        if k not in used:
            ends = f"{_one(p, got['subj'])} {got['type']} {_one(p, got['obj'])}"
            total.errors.append(("tie spurious", doc, f"{ends}  by {got.get('rule')}, {got.get('standing')}"))
            if got.get("standing") == "read":
                total.errors.append(("tie read wrongly", doc, f"{ends}  by {got.get('rule')}"))


def _one(side: Side, reference: str) -> str:
    return min(side.names(reference), key=lambda n: (-len(n), n), default="?")


def _same_speaker(g: Side, p: Side, want: Row, got: Row) -> bool:
    if want.get("speaker_kind") == got.get("speaker_kind") == "anonymous":
        return True
    return bool(g.names(want["speaker"]) & p.names(got.get("speaker")))


def _same_words(a: Sequence[int], b: Sequence[int]) -> bool:
    shared, one, two = overlap(a, b), a[1] - a[0], b[1] - b[0]
    return shared > 0 and shared / min(one, two) >= 0.5 and shared / max(one, two) >= 0.2


def _claims(g: Side, p: Side, doc: str, total: Score) -> None:
    wanted = [c for c in g.by["claim"] if c["mode"] != "turn"]
    found = [c for c in p.by["claim"] if c.get("mode") != "turn"]
    used: set[int] = set()
    right = 0
    for want in wanted:
        fits = [
            ((_same_speaker(g, p, want, got), overlap(want["span"], got["span"])), -k)
            for k, got in enumerate(found)
            if k not in used and _same_words(want["span"], got["span"])
        ]
        what = f"{want.get('id', '')} {want['mode']} {want['speaker']}"
        if not fits:
            total.errors.append(("claim missed", doc, what))
            continue
        (same, _), k = max(fits)
        used.add(-k)
        right += same
        if not same:
            total.errors.append(("claim of another", doc, f"{what}, found: {found[-k].get('speaker')}"))
    total.errors += [("claim spurious", doc, str(c["span"])) for k, c in enumerate(found) if k not in used]
    total.counts["claim words"].add(len(used), len(found), len(wanted))
    total.counts["claim"].add(right, len(found), len(wanted))
    spoken = [c for c in g.by["claim"] if c["mode"] == "turn"]
    voices = p.by["turn"] + [c for c in p.by["claim"] if c.get("mode") == "turn"]
    hits = sum(_spoken_by(g, p, c, voices) for c in spoken)
    total.counts["claim in a turn"].add(hits, len(spoken), len(spoken))


def _spoken_by(g: Side, p: Side, claim: Row, voices: Sequence[Row]) -> bool:
    middle = (claim["span"][0] + claim["span"][1]) // 2
    names = g.names(claim["speaker"])
    return any(v["span"][0] <= middle < v["span"][1] and p.names(v["speaker"]) & names for v in voices)


def _turns(g: Side, p: Side, doc: str, total: Score) -> None:
    """Characters spoken by others than the host, by section of the document."""
    wanted = [t for t in g.by["turn"] if t["speaker"]]
    if not wanted:
        return
    end = max(t["span"][1] for t in g.by["turn"])
    voice: list[Names | None] = [None] * end
    for turn in p.by["turn"]:
        span = slice(turn["span"][0], min(turn["span"][1], end))
        voice[span] = [p.names(turn["speaker"]) if turn["speaker"] else None] * len(voice[span])
    host = g.names(g.host)
    for turn in wanted:
        names, guest = g.names(turn["speaker"]), turn["speaker"] != g.host
        heard = Counter(voice[turn["span"][0] : turn["span"][1]])
        right = sum(n for v, n in heard.items() if v is not None and v & names) * guest
        claimed = sum(n for v, n in heard.items() if v is not None and not v & host)
        whole = (turn["span"][1] - turn["span"][0]) * guest
        total.counts[f"turns {turn['section']}"].add(right, claimed, whole)
        if guest and right < whole / 2:
            total.errors.append(("turn of another", doc, f"{turn['speaker']} {turn['span']}"))


def _events(g: Side, p: Side, doc: str, total: Score) -> None:
    found = p.by["event"]
    used: set[int] = set()
    right = 0
    for want in g.by["event"]:
        dates = [want["date"], *want["date_alts"]]
        fits = [
            (got.get("date") in dates, -k)
            for k, got in enumerate(found)
            if k not in used and touch(want["date_span"], got.get("date_span"))
        ]
        if not fits:
            total.errors.append(("event missed", doc, want["date_text"]))
            continue
        same, k = max(fits)
        used.add(-k)
        right += same
        if not same:
            told = f"{want['date_text']}: {want['date']}, found {found[-k].get('date')}"
            total.errors.append(("event of another date", doc, told))
    total.errors += [("event spurious", doc, str(e.get("date"))) for k, e in enumerate(found) if k not in used]
    total.counts["event found"].add(len(used), len(found), len(g.by["event"]))
    total.counts["event"].add(right, len(found), len(g.by["event"]))


def _amounts(g: Side, p: Side, doc: str, total: Score) -> None:
    found = p.by["quantity"]
    used: set[int] = set()
    values = units = 0
    for want in g.by["quantity"]:
        wanted = [v for v in (want["value"], want.get("value_max")) if v is not None]
        fits = (k for k, got in enumerate(found) if k not in used and _same_value(want, wanted, got))
        k = next(fits, None)
        if k is None:
            total.errors.append(("amount missed", doc, f"{want['value']} {want['unit']} ({want.get('what')})"))
            continue
        used.add(k)
        values += 1
        unit = plain(found[k].get("unit")) == plain(want["unit"])
        units += unit
        if not unit:
            told = f"{want.get('what')}: {want['unit']}, found {found[k].get('unit')}"
            total.errors.append(("amount in another unit", doc, told))
    total.errors += [
        ("amount spurious", doc, f"{q['value']} {q['unit']}") for k, q in enumerate(found) if k not in used
    ]
    total.counts["amount"].add(values, len(found), len(g.by["quantity"]))
    total.counts["amount and unit"].add(units, len(found), len(g.by["quantity"]))


def _same_value(want: Row, values: Sequence[float], got: Row) -> bool:
    if not overlap(want["span"], got["span"]):
        return False
    try:
        value = float(got["value"])
    except (TypeError, ValueError):
        return False
    return any(abs(value - v) <= 1e-6 * max(1.0, abs(v)) for v in values)


def table(total: Score, errors: int = 0, show: Callable[[str], bool] = lambda _: True) -> str:
    """The score as a page of text, with up to so many errors of each kind."""
    lines = [f"{'kind':30}{'P':>7}{'R':>7}{'F1':>7}   right/found/gold"]
    for kind, c in total.counts.items():
        if show(kind) and (c.gold or c.found):
            counts = f"{c.right:.0f}/{c.found:.0f}/{c.gold:.0f}"
            lines.append(f"{kind:30}{c.precision:7.3f}{c.recall:7.3f}{c.f1:7.3f}   {counts}")
    lines.append(f"{'names grouped (B3)':44}{total.b3:7.3f}")
    told: Counter[str] = Counter()
    for kind, doc, what in total.errors:
        told[kind] += 1
        if told[kind] <= errors:
            lines.append(f"   {kind}: {doc}: {what}")
    if errors:
        lines.append(", ".join(f"{kind} {n}" for kind, n in told.most_common()))
    return "\n".join(lines)
