#!/usr/bin/env bash
# Seen on 2026-11-29 with compliance-trestle 5.2.0: `author catalog-generate` writes an OSCAL catalogue as Markdown, and
# `author catalog-assemble` reads it back. Nothing was edited in between; yet where an item of a statement had two lines, the
# second is now part of the sentence above the list, and the item is gone. Prose in OSCAL may have several lines.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check --no-compile compliance-trestle==5.2.0
cat > catalog.json <<'END'
{ "catalog": { "uuid": "11111111-1111-4111-8111-111111111111",
  "metadata": { "title": "Example", "version": "1", "oscal-version": "1.2.1", "last-modified": "2026-11-29T00:00:00+00:00" },
  "groups": [{ "id": "g", "title": "Group", "controls": [{ "id": "c-1", "title": "Copies",
    "params": [{ "id": "c-1_prm", "label": "often" }],
    "parts": [{ "id": "c-1_smt", "name": "statement", "prose": "The firm keeps copies of:", "parts": [
      { "id": "c-1_smt.a", "name": "item", "props": [{ "name": "label", "value": "a" }],
        "prose": "its files,\nnight by night;" },
      { "id": "c-1_smt.b", "name": "item", "props": [{ "name": "label", "value": "b" }], "prose": "its mail." }] }] }] }] } }
END
cat > prose.py <<'END'
import json, sys
control = json.load(open(sys.argv[1]))['catalog']['groups'][0]['controls'][0]
statement = control['parts'][0]
items = [f"{part['props'][0]['value']} {part['prose']!r}" for part in statement['parts']]
print(repr(statement['prose']), *items, sep=' | ')
END
mkdir project && cd project
trestle() { ../env/bin/trestle "$@" > /dev/null; }
echo "compliance-trestle 5.2.0"
trestle init --local
mkdir catalogs/before && cp ../catalog.json catalogs/before/
trestle author catalog-generate --name before --output markdown
trestle author catalog-assemble --name before --markdown markdown --output after
{ python3 ../prose.py catalogs/before/catalog.json; python3 ../prose.py catalogs/after/catalog.json; } | tee output.txt
cat > expected.txt <<'END'
'The firm keeps copies of:' | a 'its files,\nnight by night;' | b 'its mail.'
'The firm keeps copies of:\n\nnight by night;' | b 'its mail.'
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: item a is gone, but for its second line, which is in the sentence above."
