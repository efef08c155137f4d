-- One row per source and table that it feeds.
SELECT
    source_id,
    table_name,
    publisher,
    title,
    url,
    as_of_date,
    as_of_label,
    retrieved_date,
    licence,
    sha256,
    limits
FROM reference.source
ORDER BY source_id, table_name
