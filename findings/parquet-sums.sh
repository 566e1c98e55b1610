#!/usr/bin/env bash
# Seen on 2026-11-29 with duckdb 2.0.1 (PyPI): the sum of whole numbers is a HUGEINT, for which Parquet has no type. COPY
# writes it as DOUBLE without a word, though Parquet would have DECIMAL(38, 0): totals come back as fractions, and rounded
# past 2^53. Its own CSV gives the number back whole.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib duckdb==2.0.1
cat > sums.py <<'END'
import duckdb
base = duckdb.connect()
run = lambda text: base.execute(text).fetchone()
run('CREATE TABLE parts AS SELECT unnest([9007199254740992, 1]) AS n')
print('in memory:', *run('SELECT sum(n), typeof(sum(n)) FROM parts'))
for ending in ['parquet', 'csv']:
    run(f"COPY (SELECT sum(n) AS total FROM parts) TO 'sum.{ending}'")
    print(f'from {ending}:', *run(f"SELECT total::DECIMAL(38, 0), typeof(total) FROM 'sum.{ending}'"))
run("COPY (SELECT sum(n)::DECIMAL(38, 0) AS total FROM parts) TO 'cast.parquet'")
print('from parquet, cast before:', *run("SELECT total, typeof(total) FROM 'cast.parquet'"))
END
echo "duckdb 2.0.1"
PYTHONPATH=lib python3 sums.py | tee output.txt
cat > expected.txt <<'END'
in memory: 9007199254740993 HUGEINT
from parquet: 9007199254740992 DOUBLE
from csv: 9007199254740993 BIGINT
from parquet, cast before: 9007199254740993 DECIMAL(38,0)
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: a sum has become a DOUBLE, and lost one."
