#!/usr/bin/env bash
# Seen on 2026-11-30 with pikepdf 10.18.0 (qpdf), pdf-lib 1.17.1, pypdf 7.1.1, PyMuPDF 2.0 and pdf.js 5.6.205: a report is
# put behind a cover, both tagged for people who hear them. All four keep the structure of the cover alone. pikepdf and pdf-lib
# also keep the number by which the page of the report finds its structure, which now leads to that of the cover: pdf.js
# says the words for the cover's picture on the page of the report, and nothing of what stands there. The document says that
# it is tagged all the same. pypdf and PyMuPDF take the number off.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts pdf-lib@1.17.1 pdfjs-dist@5.6.205
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    pikepdf==10.18.0 pypdf==7.1.1 PyMuPDF==2.0
cat > join.py <<'END'
import pikepdf, pymupdf, pypdf
for name in ['cover', 'report']:
    words = f'/Figure << /MCID 0 >> BDC BT /F1 12 Tf 20 100 Td ({name}) Tj ET EMC'
    objects = ['<< /Type /Catalog /Pages 2 0 R /Lang (en) /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R '
        '/StructParents 0 >>',
        f'<< /Length {len(words)} >>\nstream\n{words}\nendstream', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
        '<< /Type /StructTreeRoot /K [7 0 R] /ParentTree << /Nums [0 [8 0 R]] >> /ParentTreeNextKey 1 >>',
        '<< /Type /StructElem /S /Document /P 6 0 R /K [8 0 R] >>',
        f'<< /Type /StructElem /S /Figure /P 7 0 R /Pg 3 0 R /K 0 /Alt (picture of the {name}) >>']
    file, places = '%PDF-1.7\n', []
    for number, text in enumerate(objects, 1):
        places.append(f'{len(file):010} 00000 n \n')
        file += f'{number} 0 obj\n{text}\nendobj\n'
    table = ''.join(['xref\n0 9\n0000000000 65535 f \n', *places])
    file += f'{table}trailer\n<< /Size 9 /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF\n'
    open(f'{name}.pdf', 'w').write(file)
with pikepdf.open('cover.pdf') as cover, pikepdf.open('report.pdf') as report:
    assert not report.check_pdf_syntax()
    cover.pages.extend(report.pages)
    cover.save('pikepdf.pdf')
writer = pypdf.PdfWriter(clone_from='cover.pdf')
writer.append('report.pdf')
writer.write('pypdf.pdf')
cover = pymupdf.open('cover.pdf')
cover.insert_pdf(pymupdf.open('report.pdf'))
cover.save('PyMuPDF.pdf')
END
cat > join.mjs <<'END'
import { PDFDocument } from 'pdf-lib';
import { readFileSync, writeFileSync } from 'node:fs';
const [cover, report] = await Promise.all(['cover', 'report'].map((name) => PDFDocument.load(readFileSync(`${name}.pdf`))));
for (const page of await cover.copyPages(report, [0])) cover.addPage(page);
writeFileSync('pdf-lib.pdf', await cover.save());
END
cat > hear.mjs <<'END'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readFileSync } from 'node:fs';
const heard = (node) => [node.alt, ...(node.children ?? []).flatMap(heard)].filter(Boolean);
for (const name of ['report', 'pikepdf', 'pdf-lib', 'pypdf', 'PyMuPDF']) {
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(`${name}.pdf`)), verbosity: 0 }).promise;
    const page = await pdf.getPage(pdf.numPages);
    const shown = (await page.getTextContent()).items.map((item) => item.str).join('');
    const marked = (await pdf.getMarkInfo()).Marked;
    console.log(`${name}: tagged ${marked}, the last page shows`, [shown], 'and says', heard(await page.getStructTree()));
}
END
echo "pikepdf 10.18.0, pdf-lib 1.17.1, pypdf 7.1.1, PyMuPDF 2.0, pdfjs-dist 5.6.205"
PYTHONPATH=lib python3 join.py; node join.mjs
node hear.mjs 2> /dev/null | tee output.txt
cat > expected.txt <<'END'
report: tagged true, the last page shows [ 'report' ] and says [ 'picture of the report' ]
pikepdf: tagged true, the last page shows [ 'report' ] and says [ 'picture of the cover' ]
pdf-lib: tagged true, the last page shows [ 'report' ] and says [ 'picture of the cover' ]
pypdf: tagged true, the last page shows [ 'report' ] and says []
PyMuPDF: tagged true, the last page shows [ 'report' ] and says []
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: the page of the report is heard as the cover."
