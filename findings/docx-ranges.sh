#!/usr/bin/env bash
# Seen on 2026-11-29 with docx2txt 0.9, docx2python 3.7.1, python-docx 1.2.0 and mammoth 1.13.0: Word keeps a hyphen at which
# no line may end (Ctrl+Shift+Hyphen) as an element of its own, beside the text. docx2txt and docx2python leave it out, with
# nothing in its place: 'controls 5.1-4', four of them, becomes the one control 5.14, which exists. The other two read it.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0
cat > ranges.py <<'END'
import docx, docx2python, docx2txt, mammoth
from docx.oxml import OxmlElement
document = docx.Document()
run = document.add_paragraph().add_run('controls 5.1')
run._r.append(OxmlElement('w:noBreakHyphen'))
run.add_text('4')
document.save('ranges.docx')
print('docx2txt:', docx2txt.process('ranges.docx').strip())
print('docx2python:', docx2python.docx2python('ranges.docx').text.strip())
print('python-docx:', docx.Document('ranges.docx').paragraphs[0].text)
print('mammoth:', mammoth.extract_raw_text(open('ranges.docx', 'rb')).value.strip().replace('\u2011', '[U+2011]'))
END
echo "docx2txt 0.9, docx2python 3.7.1, python-docx 1.2.0, mammoth 1.13.0"
PYTHONPATH=lib python3 ranges.py | tee output.txt
cat > expected.txt <<'END'
docx2txt: controls 5.14
docx2python: controls 5.14
python-docx: controls 5.1-4
mammoth: controls 5.1[U+2011]4
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: a range of controls has become another control."
