-- Every table with figures in it names where they come from (lists and registries of our own apart).
SELECT table_name
FROM duckdb_tables()
WHERE schema_name = 'main'
    AND estimated_size > 0
    AND table_name NOT IN (SELECT table_name FROM source)
    AND table_name NOT IN ('source', 'state', 'stage', 'stage_event')
