#!/usr/bin/env bash
# Seen on 2026-11-29 with pandoc 3.9, mammoth 1.13.0, python-docx 1.2.0, docx2python 3.7.1 and docx2txt 0.9: Word has four
# ways to put a tick into the cell of a table (a symbol, a letter in the font Wingdings, a content control, a form field).
# No two of the five readers see the same ones, and none sees all: a control that applies comes out as an empty cell or 'ü'.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    pypandoc_binary==1.17 mammoth==1.13.0 python-docx==1.2.0 docx2python==3.7.1 docx2txt==0.9
cat > ticks.py <<'END'
import re, zipfile, docx, docx2python, docx2txt, mammoth, pypandoc
OPEN, PACKAGE = 'http://schemas.openxmlformats.org/', 'application/vnd.openxmlformats-'
field = lambda kind, inner='': f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'
ticks = {
    'symbol': '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    'Wingdings': '<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>&#xFC;</w:t></w:r>',
    'control': '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:t>&#x2612;</w:t></w:r></w:sdtContent></w:sdt>',
    'form field': field('begin', '<w:ffData><w:checkBox><w:sizeAuto/><w:checked/></w:checkBox></w:ffData>')
        + '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>' + field('separate') + field('end'),
}
cell = lambda runs: f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{runs}</w:p></w:tc>'
rows = ''.join(f'<w:tr>{cell(f"<w:r><w:t>{name}</w:t></w:r>")}{cell(tick)}</w:tr>' for name, tick in ticks.items())
with zipfile.ZipFile('ticks.docx', 'w') as file:
    file.writestr('[Content_Types].xml', f'<Types xmlns="{OPEN}package/2006/content-types"><Default Extension="rels" '
        f'ContentType="{PACKAGE}package.relationships+xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{PACKAGE}officedocument.wordprocessingml.document.main+xml"/></Types>')
    file.writestr('_rels/.rels', f'<Relationships xmlns="{OPEN}package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{OPEN}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
    file.writestr('word/document.xml', f'<w:document xmlns:w="{OPEN}wordprocessingml/2006/main" '
        f'xmlns:r="{OPEN}officeDocument/2006/relationships" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        '<w:body><w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/>'
        f'<w:gridCol w:w="2000"/></w:tblGrid>{rows}</w:tbl><w:p/><w:sectPr/></w:body></w:document>')
cells = lambda html: re.findall('<td>(?:<p>)?(.*?)(?:</p>)?</td>', html, re.S)[1::2]
html = mammoth.convert_to_html(open('ticks.docx', 'rb')).value
between = re.split('|'.join(ticks), docx2txt.process('ticks.docx'))[1:]
for reader, seen in {
    'pandoc': cells(pypandoc.convert_file('ticks.docx', 'html')),
    'mammoth': [re.sub('<input checked.*>', 'checked', cell) for cell in cells(html)],
    'python-docx': [row.cells[1].text for row in docx.Document('ticks.docx').tables[0].rows],
    'docx2python': [row[1][0] for row in docx2python.docx2python('ticks.docx').body[0]],
    'docx2txt': [part.strip() for part in between],
}.items():
    print(f'{reader}:', '; '.join(f'{name} {cell or "EMPTY"}' for name, cell in zip(ticks, seen)))
END
echo "pandoc 3.9, mammoth 1.13.0, python-docx 1.2.0, docx2python 3.7.1, docx2txt 0.9"
PYTHONPATH=lib python3 ticks.py | tee output.txt
cat > expected.txt <<'END'
pandoc: symbol ✔; Wingdings ✔; control ☒; form field EMPTY
mammoth: symbol ✓; Wingdings ü; control checked; form field checked
python-docx: symbol EMPTY; Wingdings ü; control EMPTY; form field EMPTY
docx2python: symbol <span style=font-family:Wingdings>&#x00FC;</span>; Wingdings ü; control ☒; form field ☒
docx2txt: symbol EMPTY; Wingdings ü; control ☒; form field EMPTY
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: five readers, five tables."
