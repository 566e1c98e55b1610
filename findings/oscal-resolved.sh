#!/usr/bin/env bash
# Seen on 2026-11-30 with compliance-trestle 5.2.0: `author profile-resolve` with `as-is` should leave the structure of a
# catalogue as it is. It sorts controls by the letters of their ids, so that a.5.10 stands before a.5.2, takes groups out of
# the groups that they were in, and keeps nothing of a group but its id, title and class: labels, overviews and parameters
# are gone. No warning says so.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check --no-compile compliance-trestle==5.2.0
cat > write.py <<'END'
import json, pathlib
control = lambda name: {"id": name, "title": name}
label = lambda value: [{"name": "label", "value": value}]
metadata = {"title": "Example", "version": "1", "oscal-version": "1.2.1", "last-modified": "2026-11-30T00:00:00+00:00"}
catalog = {"uuid": "11111111-1111-4111-8111-111111111111", "metadata": metadata, "groups": [
    {"id": "clause-4", "title": "Context", "props": label("4"),
     "parts": [{"id": "clause-4_ovw", "name": "overview", "prose": "About this clause."}],
     "groups": [{"id": "clause-4.1", "title": "Issues", "props": label("4.1"), "controls": [control("req-4.1")]}]},
    {"id": "annex-a.5", "title": "Organisation", "props": label("A.5"), "params": [{"id": "a.5_prm", "label": "period"}],
     "controls": [control(f"a.5.{number}") for number in [1, 2, 9, 10, 11]]}]}
profile = {"uuid": "22222222-2222-4222-8222-222222222222", "metadata": metadata, "merge": {"as-is": True},
           "imports": [{"href": "trestle://catalogs/before/catalog.json", "include-all": {}}]}
for file, document in {"catalogs/before/catalog": {"catalog": catalog}, "profiles/all/profile": {"profile": profile}}.items():
    path = pathlib.Path(f"{file}.json")
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(document))
END
cat > show.py <<'END'
import json, sys
def show(parent, indent):
    for group in parent.get("groups", []):
        more = [key for key in ("props", "parts", "params") if key in group]
        print(indent + group["id"], *more, *(control["id"] for control in group.get("controls", [])))
        show(group, indent + "    ")
print(sys.argv[1])
show(json.load(open(f"catalogs/{sys.argv[1]}/catalog.json"))["catalog"], "    ")
END
mkdir project && cd project
echo "compliance-trestle 5.2.0"
../env/bin/trestle init --local > /dev/null
python3 ../write.py
../env/bin/trestle validate --all > /dev/null
../env/bin/trestle author profile-resolve --name all --output after > said.txt 2>&1
{ python3 ../show.py before; python3 ../show.py after; } | tee output.txt
if grep -i warning said.txt; then echo "CHANGED: it warns"; exit 1; fi
cat > expected.txt <<'END'
before
    clause-4 props parts
        clause-4.1 props req-4.1
    annex-a.5 props params a.5.1 a.5.2 a.5.9 a.5.10 a.5.11
after
    annex-a.5 a.5.1 a.5.10 a.5.11 a.5.2 a.5.9
    clause-4.1 req-4.1
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: the clause is gone, and control 10 follows control 1."
