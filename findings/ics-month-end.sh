#!/usr/bin/env bash
# Seen on 2026-11-29 with node-ical 0.26.1 (by rrule-temporal 1.6.0), ical.js 2.2.1 and dateutil 2.9.0 for Python: RFC 5545
# (3.3.10) leaves out the days of a recurrence that do not exist. Of the three only dateutil does so in both rules below.
# node-ical moves the 31st to 28 February, and stays at the 28th in all months after. ical.js does leave months out, but
# has a yearly 29 February take place on 1 March meanwhile.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; export TZ=UTC
npm install --silent --no-audit --no-fund --ignore-scripts node-ical@0.26.1 rrule-temporal@1.6.0 ical.js@2.2.1
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile \
    --target python python-dateutil==2.9.0.post0
echo "node-ical 0.26.1, rrule-temporal 1.6.0, ical.js 2.2.1, dateutil 2.9.0.post0"
cat > rules.mjs <<'END'
import nodeical from 'node-ical';
import ICAL from 'ical.js';
import { execFileSync } from 'node:child_process';
for (const [start, rule] of [['20260131', 'FREQ=MONTHLY;COUNT=5'], ['20280229', 'FREQ=YEARLY;COUNT=5']]) {
    const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//review//EN', 'BEGIN:VEVENT', 'UID:review',
        'DTSTAMP:20260101T000000Z', `DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`, 'SUMMARY:Review', 'END:VEVENT',
        'END:VCALENDAR', ''].join('\r\n');
    console.log(start, rule);
    const days = nodeical.sync.parseICS(text).review.rrule.all();
    console.log('  node-ical', ...days.map((day) => day.toISOString().slice(0, 10)));
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent'));
    const iterator = event.iterator();
    const others = [];
    for (let day = iterator.next(); day; day = iterator.next()) others.push(day.toString());
    console.log('  ical.js  ', ...others);
    const code = `
import sys; sys.path.insert(0, 'python')
from dateutil.rrule import rrulestr
print('  dateutil ', *(day.date() for day in rrulestr('DTSTART:${start}T000000\\nRRULE:${rule}')))`;
    process.stdout.write(execFileSync('python3', ['-c', code]));
}
END
node rules.mjs | tee output.txt
cat > expected.txt <<'END'
20260131 FREQ=MONTHLY;COUNT=5
  node-ical 2026-01-31 2026-02-28 2026-03-28 2026-04-28 2026-05-28
  ical.js   2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31
  dateutil  2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31
20280229 FREQ=YEARLY;COUNT=5
  node-ical 2028-02-29 2029-02-28 2030-02-28 2031-02-28 2032-02-28
  ical.js   2028-02-29 2029-03-01 2030-03-01 2031-03-01 2032-02-29
  dateutil  2028-02-29 2032-02-29 2036-02-29 2040-02-29 2044-02-29
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: days that do not exist are moved, and node-ical does not come back."
