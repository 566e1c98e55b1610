#!/usr/bin/env bash
# Seen on 2026-11-29 with csv-parse 7.0.3 and xlsx (SheetJS) 0.18.5 on Node 20.20.2: numbers of controls and clauses in a
# CSV file that become days, and only some of a column. `cast_date` of csv-parse believes Date.parse, which in V8 passes
# over words that it does not know: A.8.31 is 31 August 2001, while A.8.34 stays a text. SheetJS, without being asked,
# takes 6.1.2 for 1 June 2002, but leaves 6.1.1, since that would be in 2001, the year that V8 puts in where there is none.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; export TZ=UTC
npm install --silent --no-audit --no-fund --ignore-scripts csv-parse@7.0.3 xlsx@0.18.5
echo "csv-parse 7.0.3, xlsx 0.18.5, node $(node --version)"
cat > numbers.mjs <<'END'
import { parse } from 'csv-parse/sync';
import sheetjs from 'xlsx';
const ids = ['A.5.1', 'A.8.31', 'A.8.34', 'Risk 7', '6.1.1', '6.1.2', '6.1.3'];
const text = ['id', ...ids, ''].join('\n');
const rows = parse(text, { columns: true, cast: true, cast_date: true });
const sheet = sheetjs.read(text, { type: 'string', cellDates: true }).Sheets.Sheet1;
const show = (value) => value instanceof Date ? `day ${value.toISOString().slice(0, 10)}` : `${typeof value} ${value}`;
ids.forEach((id, row) => console.log(`${id}: csv-parse ${show(rows[row].id)}, xlsx ${show(sheet[`A${row + 2}`].v)}`));
END
node numbers.mjs | tee output.txt
cat > expected.txt <<'END'
A.5.1: csv-parse day 2001-05-01, xlsx string A.5.1
A.8.31: csv-parse day 2001-08-31, xlsx string A.8.31
A.8.34: csv-parse string A.8.34, xlsx string A.8.34
Risk 7: csv-parse day 2001-07-01, xlsx string Risk 7
6.1.1: csv-parse day 2001-06-01, xlsx string 6.1.1
6.1.2: csv-parse day 2002-06-01, xlsx day 2002-06-01
6.1.3: csv-parse day 2003-06-01, xlsx day 2003-06-01
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: some controls and clauses have become days."
