#!/usr/bin/env bash
# Seen on 2026-11-30 with node-ical 0.27.2 and ical.js 2.2.1: reviews on three days that follow no rule are one event with the
# other days listed (RDATE; RFC 5545, 3.8.5.2, where the day of the start is the first). node-ical, asked to expand it, knows
# the first day alone, and leaves the list a text; ical.js has all but the first. For Python, icalendar with
# recurring-ical-events has all three.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; export TZ=UTC
npm install --silent --no-audit --no-fund --ignore-scripts node-ical@0.27.2 ical.js@2.2.1
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    icalendar==7.3.0 recurring-ical-events==3.8.2
cat > reviews.ics <<'END'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//reviews//EN
BEGIN:VEVENT
UID:review
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260226
RDATE;VALUE=DATE:20260611,20261015
SUMMARY:Management review
END:VEVENT
END:VCALENDAR
END
sed -i 's/$/\r/' reviews.ics
cat > reviews.mjs <<'END'
import nodeical from 'node-ical';
import ICAL from 'ical.js';
import { readFileSync } from 'node:fs';
const text = readFileSync('reviews.ics', 'utf8');
const [from, to] = [new Date('2026-01-01'), new Date('2026-12-31')];
const days = nodeical.expandRecurringEvent(nodeical.sync.parseICS(text).review, { from, to });
console.log('node-ical:', ...days.map((event) => event.start.toISOString().slice(0, 10)));
const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).iterator();
const others = [];
for (let day = iterator.next(); day; day = iterator.next()) others.push(day.toString());
console.log('ical.js:', ...others);
END
cat > reviews.py <<'END'
import icalendar, recurring_ical_events
calendar = icalendar.Calendar.from_ical(open('reviews.ics', newline='').read())
days = recurring_ical_events.of(calendar).between((2026, 1, 1), (2026, 12, 31))
print('recurring-ical-events:', *(event['DTSTART'].dt for event in days))
END
echo "node-ical 0.27.2, ical.js 2.2.1, icalendar 7.3.0, recurring-ical-events 3.8.2"
grep -E '^(DTSTART|RDATE)' reviews.ics
{ node reviews.mjs; PYTHONPATH=lib python3 reviews.py; } | tee output.txt
cat > expected.txt <<'END'
node-ical: 2026-02-26
ical.js: 2026-06-11 2026-10-15
recurring-ical-events: 2026-02-26 2026-06-11 2026-10-15
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: one has the first review alone, the other all but the first."
