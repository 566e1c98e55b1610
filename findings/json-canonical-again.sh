#!/usr/bin/env bash
# Seen on 2026-11-30 with rfc8785 0.1.4 (PyPI) and json-canon 0.1.3 (crates.io): canonical JSON (RFC 8785) has numbers below 1e21
# without an exponent, so that 1e17 becomes 100000000000000000. Reading that again, Python and Rust have a whole number, which
# both refuse as too large, though it is the very text that they wrote: whoever checks a digest of a canonical file that way
# can't. canonicalize (npm), jcs (PyPI) and serde_json_canonicalizer (crates.io) give the same bytes again.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts canonicalize@5.1.0
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    rfc8785==0.1.4 jcs==0.2.1
cat > again.py <<'END'
import jcs, json, rfc8785
for name, write in {'rfc8785': rfc8785.dumps, 'jcs': jcs.canonicalize}.items():
    text = write(json.loads('[1e17]'))
    try:
        again = write(json.loads(text)).decode()
    except Exception as error:
        again = f'{type(error).__name__}: {error}'
    print(f'{name}: {text.decode()}, again {again}')
END
cat > again.mjs <<'END'
import canonicalize from 'canonicalize';
const text = canonicalize(JSON.parse('[1e17]'));
console.log(`canonicalize: ${text}, again ${canonicalize(JSON.parse(text))}`);
END
mkdir src
cat > Cargo.toml <<'END'
[package]
name = "again"
edition = "2024"
[workspace]
[dependencies]
serde_json = "=1.0.154"
json-canon = "=0.1.3"
serde_json_canonicalizer = "=0.4.1"
END
cat > src/main.rs <<'END'
use serde_json::{Result, Value, from_str};
fn main() {
    let writers: [(&str, fn(&Value) -> Result<String>); 2] =
        [("json-canon", json_canon::to_string), ("serde_json_canonicalizer", serde_json_canonicalizer::to_string)];
    for (name, write) in writers {
        let text = write(&from_str("[1e17]").unwrap()).unwrap();
        let again = write(&from_str(&text).unwrap()).unwrap_or_else(|error| error.to_string());
        println!("{name}: {text}, again {again}");
    }
}
END
echo "rfc8785 0.1.4, jcs 0.2.1, canonicalize 5.1.0, json-canon 0.1.3, serde_json_canonicalizer 0.4.1, serde_json 1.0.154"
{ PYTHONPATH=lib python3 again.py; node again.mjs; cargo run --quiet; } | tee output.txt
cat > expected.txt <<'END'
rfc8785: [100000000000000000], again IntegerDomainError: 100000000000000000 exceeds safe integer domain for JSON floats
jcs: [100000000000000000], again [100000000000000000]
canonicalize: [100000000000000000], again [100000000000000000]
json-canon: [100000000000000000], again u64 must be less than JSON max safe integer
serde_json_canonicalizer: [100000000000000000], again [100000000000000000]
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: two refuse what they wrote themselves."
