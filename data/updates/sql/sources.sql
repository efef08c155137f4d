-- One row per source whose file, date or presence changed. Tables: before_source, after_source.
SELECT
    source_id,
    coalesce(later.title, earlier.title) AS title,
    earlier.as_of_label AS as_of_before,
    later.as_of_label AS as_of_after
FROM before_source AS earlier
FULL JOIN after_source AS later USING (source_id)
WHERE earlier.sha256 IS DISTINCT FROM later.sha256
    OR earlier.as_of_label IS DISTINCT FROM later.as_of_label
ORDER BY source_id
