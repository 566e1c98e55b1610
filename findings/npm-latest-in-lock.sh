#!/usr/bin/env bash
# Seen on 2026-11-29 with npm 11.19.1: a lock file that npm itself has just written is not good enough for `npm ci`.
# lighthouse 12.8.2 -> @paulirish/trace_engine -> third-party-web@latest. `npm install` takes the version that another
# dependent wants (^0.27.0) for both; `npm ci` holds `latest` against the registry's tag, and refuses.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo "npm $(npm --version), lighthouse 12.8.2"
echo '{ "private": true, "dependencies": { "lighthouse": "12.8.2" } }' > package.json
npm install --package-lock-only --ignore-scripts --no-audit --no-fund --loglevel=error
grep -n '"third-party-web"' package-lock.json || true
if npm ci --ignore-scripts --no-audit --no-fund --dry-run > output.txt 2>&1; then
    echo "CHANGED: npm ci takes the lock now"; exit 1
fi
grep -E 'Missing|Invalid' output.txt
grep -q 'third-party-web' output.txt || { echo "CHANGED: it refuses for another reason"; cat output.txt; exit 1; }
echo "AS SEEN: npm ci refuses the lock that npm install wrote."
