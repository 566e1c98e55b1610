#!/usr/bin/env bash
# Seen on 2026-11-29 with pikepdf 10.18.0 (qpdf), pypdf 7.1.1 and pdfjs-dist 5.6.205: in PDF 2.0 a file inside a document
# need only be named by /AF, the associated files, which say what it is to the document ('Source', 'Data'). All three say
# that such a document has no attachment: they look into the name tree /EmbeddedFiles alone. Named there too, it is found.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts pdfjs-dist@5.6.205
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    pikepdf==10.18.0 pypdf==7.1.1
cat > attached.py <<'END'
import pikepdf, pypdf
for name, tree in [('associated', ''), ('both', '/Names << /EmbeddedFiles << /Names [(answers.json) 4 0 R] >> >>')]:
    objects = [f'<< /Type /Catalog /Pages 2 0 R /AF [4 0 R] {tree} >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> >>',
        '<< /Type /Filespec /F (answers.json) /UF (answers.json) /AFRelationship /Source /EF << /F 5 0 R >> >>',
        '<< /Type /EmbeddedFile /Subtype /application#2Fjson /Length 2 >>\nstream\n{}\nendstream']
    file, places = '%PDF-2.0\n', []
    for number, text in enumerate(objects, 1):
        places.append(f'{len(file):010} 00000 n \n')
        file += f'{number} 0 obj\n{text}\nendobj\n'
    table = ''.join(['xref\n0 6\n0000000000 65535 f \n', *places])
    file += f'{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF\n'
    open(f'{name}.pdf', 'w').write(file)
    with pikepdf.open(f'{name}.pdf') as pdf:
        assert not pdf.check_pdf_syntax()
        print(f'{name}, pikepdf:', list(pdf.attachments))
    print(f'{name}, pypdf:', list(pypdf.PdfReader(f'{name}.pdf').attachments))
END
cat > attached.mjs <<'END'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readFileSync } from 'node:fs';
for (const name of ['associated', 'both']) {
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(`${name}.pdf`)), verbosity: 0 }).promise;
    console.log(`${name}, pdf.js:`, Object.keys(await pdf.getAttachments() ?? {}));
}
END
echo "pikepdf 10.18.0, pypdf 7.1.1, pdfjs-dist 5.6.205"
{ PYTHONPATH=lib python3 attached.py; node attached.mjs 2> /dev/null; } | tee output.txt
cat > expected.txt <<'END'
associated, pikepdf: []
associated, pypdf: []
both, pikepdf: ['answers.json']
both, pypdf: ['answers.json']
associated, pdf.js: []
both, pdf.js: [ 'answers.json' ]
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: what only /AF names is seen by none."
