#!/usr/bin/env bash
# Seen on 2026-11-30 with compliance-trestle 5.2.0: `validate` says that all references to roles in responsible parties are found,
# and refuses a document where one is not. The same role in responsible roles is not looked for, and neither is the party that a
# responsible party names: both documents are valid, though nobody can say who is meant.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check --no-compile compliance-trestle==5.2.0
cat > write.py <<'END'
import json, pathlib
def write(name, metadata, component):
    document = {"component-definition": {
        "uuid": "11111111-1111-4111-8111-111111111111",
        "metadata": {"title": "Example", "version": "1", "oscal-version": "1.2.1", "last-modified": "2026-11-30T00:00:00+00:00",
                     "roles": [{"id": "owner", "title": "Owner"}],
                     "parties": [{"uuid": "22222222-2222-4222-8222-222222222222", "type": "person", "name": "Anna"}], **metadata},
        "components": [{"uuid": "33333333-3333-4333-8333-333333333333", "type": "service", "title": "Mail", "description": "Mail.", **component}]}}
    folder = pathlib.Path("component-definitions") / name
    folder.mkdir(parents=True)
    (folder / "component-definition.json").write_text(json.dumps(document))
anna, nobody = "22222222-2222-4222-8222-222222222222", "44444444-4444-4444-8444-444444444444"
write("whole", {"responsible-parties": [{"role-id": "owner", "party-uuids": [anna]}]}, {"responsible-roles": [{"role-id": "owner"}]})
write("role-of-a-party", {"responsible-parties": [{"role-id": "nobody", "party-uuids": [anna]}]}, {})
write("role-of-a-component", {}, {"responsible-roles": [{"role-id": "nobody"}]})
write("party", {"responsible-parties": [{"role-id": "owner", "party-uuids": [nobody]}]}, {})
END
mkdir project && cd project
echo "compliance-trestle 5.2.0"
../env/bin/trestle init --local > /dev/null
python3 ../write.py
for name in whole role-of-a-party role-of-a-component party; do
  if ../env/bin/trestle validate -t component-definition -n "$name" > /dev/null; then echo "$name: valid"; else echo "$name: refused"; fi
done | tee output.txt
cat > expected.txt <<'END'
whole: valid
role-of-a-party: refused
role-of-a-component: valid
party: valid
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: only the role of a responsible party is looked for."
