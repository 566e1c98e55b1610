#!/usr/bin/env bash
# Seen on 2026-11-29 with hayro-syntax 0.9.0, pypdf 7.1.1, pdf-lib 1.17.1 and pikepdf 10.18.0 (qpdf): an update at the end of
# a PDF may free an object; a reference to it is one to null from then on. So says qpdf. hayro-syntax and pypdf read on what
# the object was before, and so does pdf-lib, which passes over the tables of a file: once saved by it, a remark that had
# been withdrawn stands on the page for every reader.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts pdf-lib@1.17.1
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    pikepdf==10.18.0 pypdf==7.1.1
cat > write.py <<'END'
objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> /Annots [4 0 R] >>',
    '<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /Contents (not yet) >>']
file, places = '%PDF-1.7\n', []
for number, text in enumerate(objects, 1):
    places.append(f'{len(file):010} 00000 n \n')
    file += f'{number} 0 obj\n{text}\nendobj\n'
first = len(file)
file += ''.join(['xref\n0 5\n0000000000 65535 f \n', *places])
file += f'trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{first}\n%%EOF\n'
second = len(file)
file += 'xref\n0 1\n0000000004 65535 f \n4 1\n0000000000 00001 f \n'
file += f'trailer\n<< /Size 5 /Root 1 0 R /Prev {first} >>\nstartxref\n{second}\n%%EOF\n'
open('freed.pdf', 'w').write(file)
END
cat > read.py <<'END'
import pikepdf, pypdf
for name in ['freed', 'saved']:
    with pikepdf.open(f'{name}.pdf') as pdf:
        assert not pdf.check_pdf_syntax()
        print(f'{name}, pikepdf:', [str(remark.Contents) if remark else None for remark in pdf.pages[0].Annots])
    remarks = pypdf.PdfReader(f'{name}.pdf').pages[0]['/Annots']
    print(f'{name}, pypdf:', [remark.get_object()['/Contents'] for remark in remarks])
END
cat > save.mjs <<'END'
import { PDFDocument } from 'pdf-lib';
import { readFileSync, writeFileSync } from 'node:fs';
const pdf = await PDFDocument.load(readFileSync('freed.pdf'));
writeFileSync('saved.pdf', await pdf.save());
END
mkdir src
cat > Cargo.toml <<'END'
[package]
name = "freed"
edition = "2024"
[workspace]
[dependencies]
hayro-syntax = { version = "=0.9.0", default-features = false }
END
cat > src/main.rs <<'END'
use hayro_syntax::{Pdf, object::{Array, Dict, String}};
fn main() {
    let pdf = Pdf::new(std::fs::read("freed.pdf").unwrap()).unwrap();
    let remarks = pdf.pages()[0].raw().get::<Array>("Annots").unwrap();
    let texts = remarks.iter::<Dict>().map(|remark| remark.get::<String>("Contents").unwrap());
    let texts: Vec<_> = texts.map(|text| std::string::String::from_utf8(text.to_vec()).unwrap()).collect();
    println!("freed, hayro-syntax: {texts:?}");
}
END
echo "hayro-syntax 0.9.0, pypdf 7.1.1, pdf-lib 1.17.1, pikepdf 10.18.0"
python3 write.py && node save.mjs
{ PYTHONPATH=lib python3 read.py; cargo run --quiet; } | tee output.txt
cat > expected.txt <<'END'
freed, pikepdf: [None]
freed, pypdf: ['not yet']
saved, pikepdf: ['not yet']
saved, pypdf: ['not yet']
freed, hayro-syntax: ["not yet"]
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: the freed remark is read, and comes back once the file is saved."
