"""Packages made with Debian's smali and aapt, in which it is known what stands where: what is found, and what is not.

Each plant has a twin that looks like it and is none (a decoy). Counted are plants found in the right method with the
right grade, and decoys that are taken for one.
"""

import random
from pathlib import Path

from cuibono.case import open_case
from tests.gates.floors import below
from tests.readers.making_apk import make_apk, method, smali_class

PACKAGES = 3

#: What is planted: kind, name, and the code that does it.
PLANTS = {
    ("access", "location"): 'const-string v1, "gps"\n    invoke-virtual {v0, v1}, Landroid/location/LocationManager;->'
    "getLastKnownLocation(Ljava/lang/String;)Landroid/location/Location;",
    ("access", "device identifier"): "invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->"
    "getImei()Ljava/lang/String;",
    ("access", "installed apps"): "invoke-virtual {v0, v1}, Landroid/content/pm/PackageManager;->"
    "getInstalledPackages(I)Ljava/util/List;",
    ("access", "clipboard"): "invoke-virtual {v0}, Landroid/content/ClipboardManager;->"
    "getPrimaryClip()Landroid/content/ClipData;",
    ("access", "contacts"): 'const-string v1, "content://com.android.contacts/data"',
    ("dynamic code", "code loaded at run time"): "invoke-direct {v0, v1, v1, v1, v1}, Ldalvik/system/DexClassLoader;->"
    "<init>(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/ClassLoader;)V",
    ("endpoint", "collect.elm-metrics.test"): 'const-string v1, "https://collect.elm-metrics.test/v1?id=7"',
    ("secret", "Amazon access key"): 'const-string v1, "AKIAQ7XEXAMPLE2PLANT"',
    ("compared constant", "a fixed text that input is compared with"): "invoke-virtual {v0}, "
    "Landroid/widget/EditText;->getText()Landroid/text/Editable;\n    move-result-object v1\n"
    '    const-string v2, "opensesame77"\n'
    "    invoke-virtual {v1, v2}, Ljava/lang/Object;->equals(Ljava/lang/Object;)Z",
}  # fmt: skip
#: Code that looks like a plant and is none: one's own method of that name, words, a comparison without input ...
DECOYS = (
    "invoke-virtual {v0}, Lcom/fig/notes/Own;->getLastKnownLocation()V",
    "invoke-virtual {v0}, Lcom/fig/notes/Own;->getImei()V",
    'const-string v1, "the content of your contacts stays here"',
    'const-string v1, "http://schemas.android.com/apk/res/android"',
    'const-string v1, "AKIA is how such a key begins"',
    'const-string v1, "fixed"\n    const-string v2, "fixed text"\n'
    "    invoke-virtual {v1, v2}, Ljava/lang/String;->equals(Ljava/lang/Object;)Z",
    "invoke-virtual {v0}, Lcom/fig/notes/Own;->getPrimaryClip()V",
)


def package(folder: Path, seed: int) -> tuple[Path, dict[tuple[str, str], tuple[str, str]], set[str]]:
    """An app with its plants (kind and name: method and grade) and the methods that hold decoys."""
    rng = random.Random(seed)
    name = f"com.fig{seed}.notes"
    planted: dict[tuple[str, str], tuple[str, str]] = {}
    bodies: list[tuple[str, str, bool]] = []
    for number, (what, code) in enumerate(PLANTS.items()):
        reached = rng.random() < 0.6
        planted[what] = (f"{name}.Part{number}.work", "reachable" if reached else "capability")
        bodies.append((f"{name}.Part{number}", code, reached))
    decoys = {f"{name}.Decoy{n}.work" for n in range(len(DECOYS))}
    bodies += [(f"{name}.Decoy{n}", code.replace("com/fig/", f"com/fig{seed}/"), True) for n, code in enumerate(DECOYS)]
    calls = "\n".join(
        f"    invoke-virtual {{v0}}, L{c.replace('.', '/')};->work()V" for c, _, reached in bodies if reached
    )
    classes = {
        c: smali_class(c, method("work", f"    const/4 v0, 0x0\n    const/4 v1, 0x0\n    {code}"))
        for c, code, _ in bodies
    }
    classes["main"] = smali_class(f"{name}.Main", method("onCreate", f"    const/4 v0, 0x0\n{calls}"))
    classes["tracker"] = smali_class("com.umeng.analytics.Agent", method("send", "    const/4 v0, 0x0"))
    classes["no tracker"] = smali_class("com.umengfan.Page", method("send", "    const/4 v0, 0x0"))
    planted["tracker", "UMeng"] = ("com.umeng.analytics.Agent", "capability")
    return make_apk(folder, name, classes), planted, decoys | {"com.umengfan.Page"}


def score(folder: Path, packages: int) -> dict[str, float]:
    """The share of plants found in the right method with the right grade, and of decoys left in peace."""
    right = wanted = taken = tried = 0
    for seed in range(1, packages + 1):
        path, planted, decoys = package(folder, seed)
        case = open_case(folder / f"case{seed}")
        case.add(path)
        rows = case.query("SELECT kind, name, place, grade FROM app_facts", limit=10_000).rows
        found = {(kind, name, grade, place) for kind, name, place, grade in rows}
        for (kind, name), (where, grade) in planted.items():
            right += any(f[:3] == (kind, name, grade) and where in f[3] for f in found)
        wanted += len(planted)
        taken += sum(any(f" {d} " in f"{f[3]} ".replace(" · ", "  ") for f in found) for d in decoys)
        tried += len(decoys)
    return {"recall": right / wanted, "decoys left in peace": 1 - taken / tried}


def measure() -> dict[str, float]:
    """The same in a temporary folder."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        return score(Path(folder), PACKAGES)


def test_plants_are_found_and_decoys_are_not(tmp_path: Path) -> None:
    assert below("exposure.app", score(tmp_path, PACKAGES)) == []
