-- One row per source of a database, the roster aside, with its date, its checksum and whether it lists areas.
SELECT
    source_id,
    any_value(title) AS title,
    any_value(as_of_label) AS as_of_label,
    any_value(sha256) AS sha256,
    bool_or(table_name = 'shortage_area') AS is_of_areas
FROM source
WHERE source_id <> $roster
GROUP BY source_id
ORDER BY source_id
