-- One row per source, with the tables that it feeds.
SELECT
    source_id,
    any_value(publisher) AS publisher,
    any_value(title) AS title,
    any_value(url) AS url,
    any_value(as_of_date) AS as_of_date,
    any_value(as_of_label) AS as_of_label,
    any_value(retrieved_date) AS retrieved_date,
    any_value(licence) AS licence,
    any_value(sha256) AS sha256,
    any_value(limits) AS limits,
    string_agg(table_name, ', ' ORDER BY table_name) AS table_names
FROM source
GROUP BY source_id
ORDER BY as_of_date DESC, source_id
