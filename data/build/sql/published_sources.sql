-- One row per source of a published database, as it was when it was built.
SELECT DISTINCT
    source_id,
    title,
    as_of_date AS as_of,
    as_of_label,
    retrieved_date AS retrieved,
    licence,
    sha256,
    limits
FROM source
ORDER BY source_id
