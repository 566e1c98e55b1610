#!/usr/bin/env bash
# Seen on 2026-11-30 with apache-arrow 21.2.0 (by parquet-wasm 0.8.0), hyparquet 1.31.5 and fastparquet 2026.9.0, on a file
# by pyarrow 26.0.1: a column of auditor days with the type DECIMAL(5, 1), which is there to be exact. In JavaScript arrow shows
# the digits without the point, so that 0.7 days are 7 and 12.5 are 125, in text and in JSON. hyparquet and fastparquet multiply
# by a tenth where they should divide by ten: 0.7000000000000001, and no comparison with 0.7 holds. pyarrow reads it back.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts apache-arrow@21.2.0 parquet-wasm@0.8.0 hyparquet@1.31.5
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    pyarrow==26.0.1 fastparquet==2026.9.0 pandas==3.1.1
cat > days.py <<'END'
import decimal, fastparquet, pyarrow, pyarrow.parquet
days = [decimal.Decimal(day) for day in ['0.7', '2.5', '12.5']]
table = pyarrow.table({'days': pyarrow.array(days, pyarrow.decimal128(5, 1))})
pyarrow.parquet.write_table(table, 'days.parquet', compression='none')
print('written:', *days)
print('pyarrow:', *pyarrow.parquet.read_table('days.parquet')['days'].to_pylist())
print('fastparquet:', *fastparquet.ParquetFile('days.parquet').to_pandas()['days'].tolist())
END
cat > days.mjs <<'END'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { readParquet } from 'parquet-wasm/node';
import { tableFromIPC } from 'apache-arrow';
import { readFileSync } from 'node:fs';
const rows = await parquetReadObjects({ file: await asyncBufferFromFile('days.parquet') });
console.log('hyparquet:', ...rows.map((row) => row.days));
const table = tableFromIPC(readParquet(new Uint8Array(readFileSync('days.parquet'))).intoIPCStream());
console.log('apache-arrow:', String(table.schema.fields[0].type), ...[...table.getChild('days')].map(String));
console.log('apache-arrow, JSON:', JSON.stringify(table.toArray()));
END
echo "apache-arrow 21.2.0, parquet-wasm 0.8.0, hyparquet 1.31.5, fastparquet 2026.9.0, pyarrow 26.0.1"
{ PYTHONPATH=lib python3 days.py; node days.mjs; } | tee output.txt
cat > expected.txt <<'END'
written: 0.7 2.5 12.5
pyarrow: 0.7 2.5 12.5
fastparquet: 0.7000000000000001 2.5 12.5
hyparquet: 0.7000000000000001 2.5 12.5
apache-arrow: Decimal[5e+1] 7 25 125
apache-arrow, JSON: [{"days":"\"7\""},{"days":"\"25\""},{"days":"\"125\""}]
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: ten times as many days, or a little more than there are."
