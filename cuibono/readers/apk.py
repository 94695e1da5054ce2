"""Android packages (.apk): what they declare, and what stands in their code, as facts that a finding can cite."""

import re
from collections.abc import Iterator
from pathlib import Path

from cuibono.errors import UnreadableSource
from cuibono.readers import apk_facts, zip_index
from cuibono.readers.android_xml import BrokenXml, Element, elements
from cuibono.readers.apk_facts import Fact
from cuibono.readers.apk_reach import reachable
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.dex import BrokenDex, Dex, DexClass
from cuibono.readers.fact_table import App, write
from cuibono.readers.limits import check_size
from cuibono.readers.unzip import unzip

_MANIFEST = "AndroidManifest.xml"
_COMPONENTS = {"activity", "activity-alias", "service", "receiver", "provider"}
_TEXTS = (".js", ".json", ".html", ".xml", ".txt", ".properties", ".pem", ".cfg", ".ini", ".so", ".bin", ".dat")
_PRINTED = re.compile(rb"[\x20-\x7e]{8,2000}")
_LARGEST = 64 << 20


def recognises(item: Input) -> float:
    """By its index: a ZIP with a compiled manifest in it."""
    return 0.95 if _MANIFEST in zip_index.names(item.path, item.head) else 0.0


def read(item: Input) -> Reading:
    """Take the package apart: manifest, compiled classes, assets and native libraries.

    Raises UnsafeInput for what asks for too much, and UnreadableSource for a damaged archive or manifest. Compiled
    classes that cannot be read are told in a note, and so is that native code is only searched for texts.
    """
    check_size(item)
    unpacked, notes = unzip(item)
    files = {name: path for path, name in unpacked}
    try:
        manifest = list(elements(files[_MANIFEST].read_bytes()))
    except (BrokenXml, KeyError) as error:
        raise UnreadableSource(
            f"{item.name}: its manifest cannot be read: {error}.", try_="get a fresh copy"
        ) from error
    app = _app(item, manifest)
    classes, broken = _classes(files)
    notes += broken
    if any(name.endswith(".so") for name in files):
        notes.append("native libraries were only searched for texts: what their code does is out of reach")
    split = next((e.attributes.get("split", "") for e in manifest if e.name == "manifest"), "")
    if split:
        notes.append(
            f"a split of {app.package} ({split}): one app with its base; calls between the two are not followed"
        )
    facts = apk_facts.folded(_facts(app, manifest, files, classes))
    tables = write(item, app, facts)
    return Reading(
        media_type="application/vnd.android.package-archive", tables=tables, title=app.name, notes=tuple(notes)
    )


def _app(item: Input, manifest: list[Element]) -> App:
    root = next((e for e in manifest if e.name == "manifest"), None)
    attributes = root.attributes if root else {}
    package = attributes.get("package", "")
    if not package:
        raise UnreadableSource(f"{item.name}: its manifest names no package.", try_="get a fresh copy of the app")
    label = next((e.attributes.get("label", "") for e in manifest if e.name == "application"), "")
    name = label if label and not label.startswith("@") else package
    return App(package, name, attributes.get("versionName", ""))


def _classes(files: dict[str, Path]) -> tuple[dict[str, tuple[str, DexClass]], list[str]]:
    """The classes of every dex file, by name, each with its file; and what could not be read."""
    found: dict[str, tuple[str, DexClass]] = {}
    broken = []
    for name in sorted(n for n in files if n.endswith(".dex")):
        try:
            for one in Dex(files[name].read_bytes()).classes():
                found.setdefault(one.name, (name, one))
        except (BrokenDex, IndexError, ValueError) as error:
            broken.append(f"{name} could not be read to its end: {error}")
    return found, broken


def _facts(
    app: App, manifest: list[Element], files: dict[str, Path], classes: dict[str, tuple[str, DexClass]]
) -> Iterator[Fact]:
    yield from _declared(manifest)
    plain = {name: one for name, (_, one) in classes.items()}
    reached = reachable(plain, _entries(app, manifest))
    for file, one in classes.values():
        yield from apk_facts.of_class(one, file, app.package, reached)
    for name, path in sorted(files.items()):
        if name.endswith(_TEXTS) and name != _MANIFEST and path.stat().st_size <= _LARGEST:
            yield from _of_file(name, path.read_bytes())


def _declared(manifest: list[Element]) -> Iterator[Fact]:
    """Permissions, exported parts, and hosts whose links the app opens."""
    for element in manifest:
        a = element.attributes
        name = a.get("name", "")
        if element.name.startswith("uses-permission") and name:
            yield Fact("permission", name, "declared", _MANIFEST)
        elif element.name in _COMPONENTS and a.get("exported") == "true":
            guard = a.get("permission", "")
            yield Fact(
                "exported part", f"{element.name} {name}", "declared", _MANIFEST, f"guarded by {guard}" if guard else ""
            )
        elif element.name == "data" and a.get("host"):
            yield Fact("link opened", a["host"], "declared", _MANIFEST, a.get("scheme", ""))
        elif element.name == "application" and a.get("usesCleartextTraffic") == "true":
            yield Fact("unencrypted traffic allowed", "usesCleartextTraffic", "declared", _MANIFEST)


def _entries(app: App, manifest: list[Element]) -> list[str]:
    """The classes that the system starts."""
    found = []
    for element in manifest:
        if element.name in (*_COMPONENTS, "application", "instrumentation"):
            for key in ("name", "targetActivity", "backupAgent", "appComponentFactory"):
                if name := element.attributes.get(key, ""):
                    found.append(
                        f"{app.package}{name}"
                        if name.startswith(".")
                        else name
                        if "." in name
                        else f"{app.package}.{name}"
                    )
    return found


def _of_file(name: str, data: bytes) -> Iterator[Fact]:
    """Hosts and secrets in assets and native libraries."""
    for match in _PRINTED.finditer(data):
        text = match.group().decode("ascii")
        place = f"{name} · byte {match.start():,}"
        yield from apk_facts.secrets(text, place, "capability")
        if "://" in text:
            yield from apk_facts.hosts(text, place, "capability")


READER = Reader(
    name="apk",
    version="1",
    says="Android packages: permissions, exported parts, calls, trackers, hosts and secrets with their places",
    suffixes=(".apk",),
    recognises=recognises,
    read=read,
)
