#!/usr/bin/env bash
# Writes the two lock files anew from pyproject.toml: every package with its version and its hashes, and no address.
#
#   requirements.lock      what cuibono needs with the extra [nlp], and what building it needs
#   requirements-dev.lock  the same, with the extra [ocr] and the tools of development
#
# Give "--upgrade" to take newer versions; without it, versions that still fit stay as they are. Needs uv.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=$(command -v uv || true)
[ -n "$uv" ] || uv=.venv/bin/uv
[ -x "$uv" ] || { echo "Locking needs uv (pip install uv)." >&2; exit 1; }

header() {
    printf '# Written by scripts/lock.sh from pyproject.toml; do not edit. %s\n' "$1"
}

compile() { # compile LOCK "what it is for" ARGUMENTS...
    local lock=$1 says=$2
    shift 2
    "$uv" pip compile pyproject.toml "$@" --quiet --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-header --no-emit-index-url --no-emit-find-links --output-file "$lock" >/dev/null
    { header "$says"; cat "$lock"; } >"$lock.new"
    mv "$lock.new" "$lock"
}

compile requirements-dev.lock "For development: make test." --extra nlp --extra ocr --group dev "$@"
# The smaller lock takes its versions from the larger one, so that both can share a virtual environment.
compile requirements.lock "For use: make demo." --extra nlp --group build --constraint requirements-dev.lock "$@"

if grep -nE '://|^-|@ file' requirements.lock requirements-dev.lock; then
    echo "The lock files name an address: see the lines above." >&2
    exit 1
fi
