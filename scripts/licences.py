"""Print the licence of every installed package, and fail on one that cuibono may not use.

Permissive licences and unmodified MPL are fine; GPL, LGPL and AGPL are not, and neither is a licence nobody knows.
Where a package offers a choice ("MIT OR GPL-2.0-only"), one allowed licence is enough; "AND" needs all of them.

It also lists shared libraries under other terms that travel inside some wheels. They are loaded, never linked into
cuibono, and each can be replaced by its user; none of them is in this repository.
"""

import re
import sys
from importlib.metadata import Distribution, distributions
from pathlib import PurePath

#: SPDX names that are allowed.
ALLOWED = {
    "MIT", "MIT-0", "MIT-CMU", "HPND", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Apache-2.0", "PSF-2.0",
    "Python-2.0", "Zlib", "Unlicense", "CC0-1.0", "CNRI-Python", "MPL-1.1", "MPL-2.0",
}  # fmt: skip

#: What packages write where the SPDX name should stand, in lower case; what is not here is unknown and refused.
SPOKEN = {
    "mit license": "MIT",
    "the mit license (mit)": "MIT",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd license": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause",
    "bsd 2-clause license": "BSD-2-Clause",
    "isc license (iscl)": "ISC",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "the unlicense (unlicense)": "Unlicense",
}

#: Packages whose own words need a person to read them.
READ_BY_A_PERSON = {
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",  # it adds "dependency licenses": PDFium's parts, all permissive
}

#: Shared libraries inside wheels, by the beginning of their file name.
INSIDE = {
    "libavcodec": "FFmpeg, LGPL-2.1",
    "libgeos-": "GEOS, LGPL-2.1",
    "libquadmath": "libquadmath of GCC, LGPL-2.1",
    "libgfortran": "libgfortran of GCC, GPL-3.0 with the runtime exception",
}


def stated(package: Distribution) -> str:
    """What a package says of its licence: an SPDX expression, else its classifiers, else its licence field."""
    name = (package.metadata["Name"] or "").lower()
    if name in READ_BY_A_PERSON:
        return READ_BY_A_PERSON[name]
    expression = package.metadata.get("License-Expression")
    if expression:
        return expression
    marks = [c.split(" :: ")[-1] for c in package.metadata.get_all("Classifier", []) if c.startswith("License :: ")]
    named = [m for m in marks if m not in ("OSI Approved", "DFSG approved")]
    field = (package.metadata.get("License") or "").strip().split("\n")[0].split("  ")[0]
    return " AND ".join(named) or field or "unknown"


def allowed(expression: str) -> bool:
    """Whether an expression leaves a licence that may be used."""
    choices = re.split(r"\s+OR\s+", expression)
    return any(all(_one(part) for part in re.split(r"\s+AND\s+", choice)) for choice in choices)


def _one(text: str) -> bool:
    name = text.strip()
    return SPOKEN.get(name.lower(), name) in ALLOWED


def inside(package: Distribution) -> list[str]:
    """Shared libraries under other terms that travel in the wheel of a package."""
    names = sorted({PurePath(str(f)).name for f in package.files or ()})
    return sorted({says for begin, says in INSIDE.items() for n in names if n.startswith(begin)})


def main() -> int:
    """Print every package with its licence; the exit code is 1 when one may not be used."""
    packages = sorted(distributions(), key=lambda d: (d.metadata["Name"] or "").lower())
    refused = []
    for package in packages:
        licence = stated(package)
        fine = allowed(licence)
        refused += [] if fine else [package.metadata["Name"]]
        print(f"{'  ' if fine else '! '}{package.metadata['Name']:<26} {package.version:<16} {licence}")
        for library in inside(package):
            print(f"  {'':<26} {'':<16} inside its wheel: {library}")
    print(f"{len(packages)} packages, {len(refused)} refused" + (f": {', '.join(refused)}" if refused else ""))
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
