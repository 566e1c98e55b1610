"""Opens a portfolio in DuckDB: the Parquet must have its types, and hold what the CSV holds. ROWS: how many there are."""

import sys

import duckdb

parquet, csv, rows = sys.argv[1], sys.argv[2], int(sys.argv[3])
types = dict(duckdb.sql(f"select name, type from (select column_name as name, column_type as type from (describe '{parquet}'))").fetchall())
for name, expected in {"organisation": "VARCHAR", "today": "DATE", "people": "INTEGER", "audit_days": "DOUBLE"}.items():
    assert types[name] == expected, f"{name} is {types[name]}, not {expected}"

# The CSV read with the types of the Parquet: an empty cell is what was not said.
listed = ", ".join(f"'{name}': '{type}'" for name, type in types.items())
duckdb.sql(f"create view csv as select * from read_csv('{csv}', header = true, nullstr = '', columns = {{{listed}}})")
duckdb.sql(f"create view parquet as select * from '{parquet}'")
for view in ["csv", "parquet"]:
    count = duckdb.sql(f"select count(*) from {view}").fetchall()[0][0]
    assert count == rows, f"the {view} has {count} rows, not {rows}"
only = duckdb.sql("(select * from csv except select * from parquet) union all (select * from parquet except select * from csv)")
assert only.fetchall() == [], f"the CSV and the Parquet differ:\n{only}"

# A question that a certification body would ask.
answer = duckdb.sql("select stage1_verdict, count(*), avg(majors) from parquet group by all order by all").fetchall()
assert len(answer) > 1, f"the reports are all alike: {answer}"
assert duckdb.sql("select count(*) from parquet where stage1_low > stage1_high").fetchall()[0][0] == 0
print(f"DuckDB {duckdb.__version__}: {rows} rows, the same in both; verdicts of stage 1: {answer}")
