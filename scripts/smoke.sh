#!/usr/bin/env bash
# A small case from end to end with the program given: read, look, cite, search, export, check.
#   scripts/smoke.sh .venv/bin/cuibono [EMPTY FOLDER]
set -euo pipefail
program=$(realpath "${1:?which cuibono?}")
room=${2:-$(mktemp -d)}
mkdir -p "$room"
cd "$room"

cat >shares.csv <<'CSV'
market,stage,basis,year,supplier,share
lamps,filament,production,2021,Northland,82%
lamps,filament,production,2021,Southland,11%
lamps,filament,production,2021,Westland,7%
lamps,glass,production,2021,Northland,34%
lamps,glass,production,2021,Southland,33%
lamps,glass,production,2021,Westland,33%
CSV
printf 'Northland makes most filaments.\n\nSouthland, says the Lamp Gazette, makes better ones. 北国灯泡公司。\n' >note.txt
printf '<html lang="en"><title>Lamps</title><body><article><p>The filament of a lamp is the narrow point: nobody else draws it thin enough, the trade paper wrote.</p></article></body></html>' >page.html

"$program" --help >help.txt
grep -q 'Who benefits' help.txt
"$program" doctor
"$program" new lamps
"$program" -C lamps add shares.csv --as supply_shares
"$program" -C lamps add note.txt page.html
"$program" -C lamps look dependence.concentration
finding=$("$program" -C lamps findings --json | sed -n 's/^ *"id": "\([^"]*\)".*/\1/p' | head -n 1)
test -n "$finding"
"$program" -C lamps cite "$finding" | grep 'shares.csv'
"$program" -C lamps search 北国 | grep 'note.txt'
"$program" -C lamps export report.html
"$program" -C lamps export report.md
grep -q Northland report.html
"$program" -C lamps verify
"$program" -C lamps doctor
echo "smoke: all of it works"
