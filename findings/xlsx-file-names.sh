#!/usr/bin/env bash
# Seen on 2026-11-29 with xlsx (SheetJS) 0.18.5, exceljs 4.4.0 and XlsxWriter 3.3.1: in the texts of a workbook _xHHHH_
# stands for a character by its number, so that a writer has to escape a text that only looks so. XlsxWriter does. SheetJS
# and exceljs do not, and yet decode what they read: a file's name such as plan_x2026_final.pdf does not survive the way out
# and in, with either. SheetJS even has two ways to decode it, one of which keeps only the last byte of the number.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 xlsx@0.18.5
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile \
    --target python XlsxWriter==3.3.1
echo "xlsx 0.18.5, exceljs 4.4.0, XlsxWriter 3.3.1"
cat > names.mjs <<'END'
import sheetjs from 'xlsx';
import exceljs from 'exceljs';
import { execFileSync } from 'node:child_process';
const name = 'plan_x2026_final.pdf';
const book = sheetjs.utils.book_new();
sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet([[name]]), 'Evidence');
sheetjs.writeFile(book, 'xlsx.xlsx');
const other = new exceljs.Workbook();
other.addWorksheet('Evidence').addRow([name]);
await other.xlsx.writeFile('exceljs.xlsx');
execFileSync('python3', ['-c', `
import sys; sys.path.insert(0, 'python')
import xlsxwriter
book = xlsxwriter.Workbook('XlsxWriter.xlsx')
book.add_worksheet('Evidence').write(0, 0, '${name}')
book.close()`]);
console.log('written:', name);
for (const writer of ['xlsx', 'exceljs', 'XlsxWriter']) {
    const again = new exceljs.Workbook();
    await again.xlsx.readFile(`${writer}.xlsx`);
    console.log(`by ${writer}:`, 'xlsx reads', sheetjs.readFile(`${writer}.xlsx`).Sheets.Evidence.A1.v + ',',
        'exceljs reads', again.getWorksheet('Evidence').getCell('A1').value);
}
END
node names.mjs | tee output.txt
cat > expected.txt <<'END'
written: plan_x2026_final.pdf
by xlsx: xlsx reads plan&final.pdf, exceljs reads plan_x2026_final.pdf
by exceljs: xlsx reads plan…final.pdf, exceljs reads plan…final.pdf
by XlsxWriter: xlsx reads plan_x2026_final.pdf, exceljs reads plan_x2026_final.pdf
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: only XlsxWriter's workbook gives the name back."
