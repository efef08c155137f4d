"""Statements that a reader may not run, grouped by what refuses them."""

# Statements that are not one query for rows.
NO_QUERY = (
    "ATTACH '/tmp/x.db'", "ATTACH ':memory:' AS m", "DETACH atlas", "COPY county TO '/tmp/x.csv'",
    "COPY county FROM '/tmp/x.csv'", "COPY (FROM county) TO '/tmp/x.parquet'",
    "EXPORT DATABASE '/tmp/x'", "IMPORT DATABASE '/tmp/x'", "INSTALL httpfs", "LOAD httpfs", "FORCE INSTALL spatial",
    "PRAGMA version", "PRAGMA database_list", "SET memory_limit='10GB'", "RESET memory_limit",
    "SET enable_external_access=true",
    "SET VARIABLE x = 1", "CREATE TABLE t (a INT)", "CREATE TEMP TABLE t AS SELECT 1", "CREATE VIEW v AS SELECT 1",
    "CREATE MACRO m() AS 1", "CREATE SECRET s (TYPE s3)", "COMMENT ON TABLE county IS 'x'",
    "INSERT INTO county VALUES (1)", "UPDATE county SET state='XX'", "DELETE FROM county", "DROP TABLE county",
    "ALTER TABLE county RENAME TO c", "TRUNCATE county", "BEGIN", "COMMIT", "CHECKPOINT", "VACUUM", "ANALYZE",
    "PREPARE p AS SELECT 1", "EXECUTE p", "DEALLOCATE p", "CALL pragma_version()", "EXPLAIN SELECT 1", "USE memory",
    "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE county", "SELECT 1 /* ; */; PRAGMA version -- ", "", ";",
    "PIVOT county ON state USING count(*)", "SELECT '" + "x" * 20_001 + "'",
)  # fmt: skip
NO_SENSE = (
    "SELECT",
    "SELECT * FROM (",
    "SELECT 'open",
    "SELECT 1) UNION (SELECT 2",
    "SELECT " + "NOT " * 1_500 + "true",
)
# Queries that read something about the server or outside of the Atlas, in many spellings.
INSIDE = (
    "SELECT getenv('HOME')", 'SELECT "getenv"(\'HOME\')', "SELECT GetEnv('HOME')", "SELECT system.main.getenv('HOME')",
    "SELECT getenv/* */('HOME')", "SELECT 'HOME'.getenv()", "SELECT [getenv(x) FOR x IN ['HOME']]",
    "SELECT county FROM county ORDER BY getenv('HOME')", "SELECT * REPLACE (getenv('x') AS state) FROM county",
    "SELECT current_setting('temp_directory')", "SELECT write_log('x')", "SELECT pg_sleep(60)",
    "SELECT sleep_ms(60000)",
    "SELECT * FROM duckdb_settings()", "FROM DUCKDB_SETTINGS()", "FROM duckdb_databases", 'FROM "duckdb_databases"',
    "FROM system.main.duckdb_databases()", "SELECT (SELECT path FROM duckdb_databases() LIMIT 1)",
    "WITH duckdb_databases AS (SELECT 1) FROM duckdb_databases", "SELECT 1 WHERE EXISTS (FROM duckdb_settings())",
    "SELECT * FROM duckdb_secrets()", "FROM duckdb_extensions()", "FROM duckdb_logs", "FROM duckdb_functions()",
    "SELECT * FROM pragma_database_list()", "FROM pragma_database_list", "FROM pragma_storage_info('county')",
    "FROM pg_catalog.pg_settings", "FROM sqlite_master", "DESCRIBE duckdb_settings",
    "FROM which_secret('s3://x', 's3')",
    "FROM query('FROM duckdb_' || 'databases()')", "FROM query_table('duckdb_settings')", "FROM checkpoint()",
    "FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))", "FROM enable_logging()",
    "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/*')", "SELECT * FROM read_parquet('http://a.example/x')", "FROM glob('/etc/*')",
    "SELECT * FROM read_json('/proc/self/environ')", "SELECT * FROM sniff_csv('/etc/passwd')",
    "FROM parquet_metadata('/etc/passwd')", "FROM read_duckdb('/tmp/x')", "SELECT * FROM sqlite_scan('/tmp/x', 't')",
    "FROM arrow_scan(1, 2, 3)", "FROM pandas_scan(140000)", "FROM python_map_function(1)", "FROM test_all_types()",
)  # fmt: skip
# Queries that pass our own check and that DuckDB refuses.
UNREACHED = (
    "SELECT * FROM '/etc/passwd'", 'FROM "/etc/passwd"', "FROM 'x.csv'", "FROM '/etc/hosts.json'",
    "FROM 's3://bucket/x.parquet'", "FROM 'https://a.example/x.csv'", "SELECT * FROM participant",
    "SELECT * FROM atlas.participant_event", "FROM staff.participant", "SELECT nextval('s')", "FROM asked", "FROM con",
    "SELECT * FROM no_such_table", "SELECT 1/'x'", "WITH gone AS (DELETE FROM county RETURNING *) FROM gone",
)  # fmt: skip
# Queries that take endless time, memory or rows.
ENDLESS = "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000) c"
BOMBS = (
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM t) SELECT max(n) FROM t",
    ENDLESS,
    "SELECT " + "(" * 10_000,
    "SELECT repeat('x', 2000000000)",
    "SELECT list(range) FROM range(1000000000)",
    "SELECT string_agg(a.county, ',') FROM county a, county b, county c",
    "SELECT [n FOR n IN range(100000000)]",
    "SELECT * FROM county a, county b, county c ORDER BY a.county || b.county || c.county",
    "SELECT " + ", ".join(f"range AS c{n}" for n in range(500)) + " FROM range(200000)",
)
