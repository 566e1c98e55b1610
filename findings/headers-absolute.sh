#!/usr/bin/env bash
# Seen on 2026-11-29 with @netlify/headers-parser 10.1.1: `_headers` is read by Netlify and by Cloudflare. At Cloudflare a
# rule may be for a whole address, which its documentation uses to keep the preview address out of search engines. Netlify's
# parser takes that line for a header called 'https' of the rule before, and what follows for headers of that rule as well,
# so that 'noindex' is said for every page of the site. It reports no error, and passes over '! NAME' in silence too.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @netlify/headers-parser@10.1.1
cat > _headers <<'END'
/*
  Cache-Control: no-cache

https://preview.example/*
  X-Robots-Tag: noindex

/docs/*
  ! Cache-Control
END
cat > headers.mjs <<'END'
import { parseAllHeaders } from '@netlify/headers-parser';
const { headers, errors } = await parseAllHeaders({ headersFiles: ['_headers'], configHeaders: [], minimal: true });
for (const rule of headers) console.log(rule.for, JSON.stringify(rule.values));
console.log('errors:', errors.length);
END
echo "@netlify/headers-parser 10.1.1"; cat _headers
node headers.mjs | tee output.txt
cat > expected.txt <<'END'
/* {"Cache-Control":"no-cache","https":"//preview.example/*","X-Robots-Tag":"noindex"}
errors: 0
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: 'noindex' for one host has become one for all pages."
