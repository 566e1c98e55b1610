#!/usr/bin/env bash
# Seen on 2026-11-29 with node-ical 0.26.1 and ical.js 2.2.1: in a calendar file (RFC 5545, 3.3.11) a backslash is written
# twice, and a comma inside one of several categories has one before it. node-ical makes a line break of the second backslash
# and the letter after it, so that a folder S:\new is torn in two, and parts a category at its own comma. ical.js does not.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; export TZ=UTC
npm install --silent --no-audit --no-fund --ignore-scripts node-ical@0.26.1 ical.js@2.2.1
cat > plan.ics <<'END'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//plan//EN
BEGIN:VEVENT
UID:plan
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20261129
SUMMARY:Read S:\\new
CATEGORIES:Plan,Roles\, duties
END:VEVENT
END:VCALENDAR
END
sed -i 's/$/\r/' plan.ics
cat > escapes.mjs <<'END'
import nodeical from 'node-ical';
import ICAL from 'ical.js';
import { readFileSync } from 'node:fs';
const text = readFileSync('plan.ics', 'utf8');
const show = (reader, ...values) => console.log(reader, ...values.map((value) => JSON.stringify(value)));
const plan = nodeical.sync.parseICS(text).plan;
show('node-ical', plan.summary, plan.categories);
const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
show('ical.js', event.getFirstPropertyValue('summary'), event.getFirstProperty('categories').getValues());
END
echo "node-ical 0.26.1, ical.js 2.2.1"; grep -E '^(SUMMARY|CATEGORIES)' plan.ics
node escapes.mjs | tee output.txt
cat > expected.txt <<'END'
node-ical "Read S:\\\new" ["Plan","Roles\\","duties"]
ical.js "Read S:\\new" ["Plan","Roles, duties"]
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: node-ical tears a folder's name and a category in two."
