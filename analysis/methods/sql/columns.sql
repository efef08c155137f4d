-- One row per column of a table of the database, in the table's order.
SELECT
    table_name::VARCHAR AS table_name,
    column_name::VARCHAR AS column_name,
    data_type::VARCHAR AS column_type
FROM duckdb_columns()
WHERE schema_name = 'main'
    AND NOT internal
ORDER BY table_name, column_index
