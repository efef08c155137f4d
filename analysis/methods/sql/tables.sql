-- One row per table of the database.
SELECT
    table_name::VARCHAR AS table_name,
    estimated_size::BIGINT AS table_rows
FROM duckdb_tables()
WHERE schema_name = 'main'
ORDER BY table_name
