#!/usr/bin/env bash
# Seen on 2026-11-29 with exceljs 4.4.0 and xlsx (SheetJS) 0.18.5: a workbook may hold a day as a number or, by cells of
# type "d", as ISO 8601. SheetJS writes the second kind when asked for `cellDates`. exceljs knows only the first: it takes
# the digits before the hyphen for a count of days, so that a due date of 2026 becomes one of July 1905, and says nothing.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; export TZ=UTC
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 xlsx@0.18.5
echo "xlsx 0.18.5, exceljs 4.4.0"
cat > dates.mjs <<'END'
import sheetjs from 'xlsx';
import exceljs from 'exceljs';
const due = new Date('2026-11-29T00:00:00Z');
const book = sheetjs.utils.book_new();
sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet([[due]], { cellDates: true }), 'Plan');
sheetjs.writeFile(book, 'plan.xlsx', { cellDates: true });
const back = sheetjs.readFile('plan.xlsx', { cellDates: true }).Sheets.Plan;
const part = sheetjs.readFile('plan.xlsx', { bookFiles: true }).files['xl/worksheets/sheet1.xml'].content.toString();
console.log('the cell in the file:', part.match(/<c .*<\/c>/)[0]);
console.log('xlsx reads:', back.A1.v.toISOString());
const other = new exceljs.Workbook();
await other.xlsx.readFile('plan.xlsx');
console.log('exceljs reads:', other.getWorksheet('Plan').getCell('A1').value.toISOString());
END
node dates.mjs | tee output.txt
grep -q '^xlsx reads: 2026-11-29' output.txt || { echo "CHANGED: what xlsx writes or reads"; exit 1; }
grep -q 'exceljs reads: 1905-07-18' output.txt || { echo "CHANGED: what exceljs makes of it"; exit 1; }
echo "AS SEEN: 29 November 2026 is read as 18 July 1905."
