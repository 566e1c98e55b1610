#!/usr/bin/env bash
# Seen on 2026-11-30 with xlsx (SheetJS) 0.18.5 and csvkit 2.2.0 (by agate 1.14.2): auditor days in a CSV file as German and
# Spanish programs write it, parted by semicolons since the comma is in the numbers. Both find the semicolons, and yet take
# the comma for one between thousands, wherever it stands: 2,5 days become 25, 12,25 become 1225, and 1.234,5 become 1.2345.
# Neither says so; three others leave the text as it is.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts xlsx@0.18.5 papaparse@5.7.1 d3-dsv@3.0.2
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    csvkit==2.2.0 agate==1.14.2 pandas==3.1.1
printf 'stage;days\r\n1;2,5\r\n2;12,25\r\n3;1.234,5\r\n' > days.csv
cat > days.mjs <<'END'
import sheetjs from 'xlsx';
import papaparse from 'papaparse';
import { autoType, dsvFormat } from 'd3-dsv';
import { readFileSync } from 'node:fs';
const text = readFileSync('days.csv', 'utf8');
const show = (reader, rows) => console.log(`${reader}:`, ...rows.map((row) => JSON.stringify(row.days)));
show('xlsx', sheetjs.utils.sheet_to_json(sheetjs.read(text, { type: 'string' }).Sheets.Sheet1));
show('papaparse', papaparse.parse(text, { header: true, dynamicTyping: true, skipEmptyLines: true }).data);
show('d3-dsv', dsvFormat(';').parse(text, autoType));
END
echo "xlsx 0.18.5, csvkit 2.2.0, agate 1.14.2, papaparse 5.7.1, d3-dsv 3.0.2, pandas 3.1.1"; cat days.csv
export PYTHONPATH=lib
{
    node days.mjs
    echo "pandas: $(python3 -c 'import pandas; print(*pandas.read_csv("days.csv", sep=";").days.map(repr))')"
    echo "csvkit: $(python3 -m csvkit.utilities.csvjson days.csv)"
} | tee output.txt
cat > expected.txt <<'END'
xlsx: 25 1225 1.2345
papaparse: "2,5" "12,25" "1.234,5"
d3-dsv: "2,5" "12,25" "1.234,5"
pandas: '2,5' '12,25' '1.234,5'
csvkit: [{"stage": 1.0, "days": 25.0}, {"stage": 2.0, "days": 1225.0}, {"stage": 3.0, "days": 1.2345}]
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: two and a half days have become twenty-five."
