#!/usr/bin/env bash
# Seen on 2026-11-30 with exceljs 4.4.0, pylightxl 1.61 and xlsx2csv 0.8.6: a cell with the number 14.5 whose format has a unit, as
# a column of days has it. Each of them looks for the letters of a date in the format, and passes over what makes them words:
# exceljs over a backslash and the space as wide as a letter (as German accounts left room for 'DM'), pylightxl over quotes,
# xlsx2csv over all of them, and it prints the format in the place of the number. So 14.5 days become a day in January 1900.
# SheetJS, openpyxl and calamine read the number.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; export TZ=UTC
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 xlsx@0.18.5
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    XlsxWriter==3.3.1 openpyxl==3.1.5 python-calamine==0.9.1 pylightxl==1.61 xlsx2csv==0.8.6
cat > units.py <<'END'
import csv, io, openpyxl, pylightxl, python_calamine, xlsx2csv, xlsxwriter
formats = ['0.0', '0.0 "days"', r'0.0\ \d', r'_-* #,##0.00\ _D_M_-']
book = xlsxwriter.Workbook('units.xlsx')
sheet = book.add_worksheet('Plan')
for row, code in enumerate(formats):
    sheet.write_number(row, 0, 14.5, book.add_format({'num_format': code}))
book.close()
show = lambda reader, cells: print(f'{reader}:', *cells, sep=' | ')
print('formats:', *formats, sep=' | ')
show('openpyxl', [cell.value for cell in openpyxl.load_workbook('units.xlsx')['Plan']['A']])
show('calamine', [row[0] for row in python_calamine.CalamineWorkbook.from_path('units.xlsx').get_sheet_by_index(0).to_python()])
show('pylightxl', [row[0] for row in pylightxl.readxl('units.xlsx').ws('Plan').rows])
text = io.StringIO()
xlsx2csv.Xlsx2csv('units.xlsx').convert(text)
show('xlsx2csv', [row[0] for row in csv.reader(io.StringIO(text.getvalue()))])
END
cat > units.mjs <<'END'
import exceljs from 'exceljs';
import sheetjs from 'xlsx';
const show = (value) => value instanceof Date ? value.toISOString() : String(value);
const book = new exceljs.Workbook();
await book.xlsx.readFile('units.xlsx');
const other = sheetjs.readFile('units.xlsx', { cellDates: true }).Sheets.Plan;
const cells = ['A1', 'A2', 'A3', 'A4'];
console.log(['xlsx:', ...cells.map((cell) => show(other[cell].v))].join(' | '));
console.log(['exceljs:', ...cells.map((cell) => show(book.getWorksheet('Plan').getCell(cell).value))].join(' | '));
END
echo "exceljs 4.4.0, xlsx 0.18.5, XlsxWriter 3.3.1, openpyxl 3.1.5, python-calamine 0.9.1, pylightxl 1.61, xlsx2csv 0.8.6"
{ PYTHONPATH=lib python3 units.py; node units.mjs; } | tee output.txt
cat > expected.txt <<'END'
formats: | 0.0 | 0.0 "days" | 0.0\ \d | _-* #,##0.00\ _D_M_-
openpyxl: | 14.5 | 14.5 | 14.5 | 14.5
calamine: | 14.5 | 14.5 | 14.5 | 14.5
pylightxl: | 14.5 | 1900/01/13 12:00:00 | 14.5 | 14.5
xlsx2csv: | 14.5 | 0.0 "13ays" | 0.0 13 | _-* #,##0.00 _13_01_-
xlsx: | 14.5 | 14.5 | 14.5 | 14.5
exceljs: | 14.5 | 14.5 | 1900-01-13T12:00:00.000Z | 1900-01-13T12:00:00.000Z
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: a number of days has become a day, or its own format."
