#!/usr/bin/env bash
# Seen on 2026-11-30 with fastparquet 2026.9.0 (pandas 3.1.1): a column of days (DATE) in which 9999-12-31 stands for 'no end',
# as registers of suppliers and of documents have it. fastparquet makes nanoseconds of it, which end in 2262, and counts on
# from the other side: the contract without an end is one that ended in 1816. There is no error. A moment (TIMESTAMP) of the
# same day in the same file is read as it is, and so are both by pyarrow 26.0.1.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-compile --target lib \
    fastparquet==2026.9.0 pandas==3.1.1 pyarrow==26.0.1
cat > ends.py <<'END'
import datetime, fastparquet, pyarrow, pyarrow.parquet
end = datetime.datetime(9999, 12, 31)
day, moment = pyarrow.array([end.date()], pyarrow.date32()), pyarrow.array([end], pyarrow.timestamp('us'))
table = pyarrow.table({'day': day, 'moment': moment})
pyarrow.parquet.write_table(table, 'ends.parquet', store_schema=False, compression='none')
print('written:', end.date())
for reader, table in {
    'pyarrow': pyarrow.parquet.read_table('ends.parquet').to_pandas(),
    'fastparquet': fastparquet.ParquetFile('ends.parquet').to_pandas(),
}.items():
    print(f'{reader}: day {str(table.day[0])[:10]}, moment {str(table.moment[0])[:10]}')
END
echo "fastparquet 2026.9.0, pandas 3.1.1, pyarrow 26.0.1"
PYTHONPATH=lib python3 ends.py | tee output.txt
cat > expected.txt <<'END'
written: 9999-12-31
pyarrow: day 9999-12-31, moment 9999-12-31
fastparquet: day 1816-03-29, moment 9999-12-31
END
diff expected.txt output.txt || { echo "CHANGED: see the lines above"; exit 1; }
echo "AS SEEN: what never ends has ended in 1816."
