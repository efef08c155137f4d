-- One row: how long a reference table was and is, and how many of its rows are new or changed.
-- $before, $after: VARCHAR, its file then and now
SELECT
    (SELECT count(*) FROM read_csv($before, all_varchar = TRUE, header = TRUE)) AS rows_before,
    (SELECT count(*) FROM read_csv($after, all_varchar = TRUE, header = TRUE)) AS rows_after,
    (
        SELECT count(*)
        FROM (
            FROM read_csv($after, all_varchar = TRUE, header = TRUE)
            EXCEPT ALL
            FROM read_csv($before, all_varchar = TRUE, header = TRUE)
        )
    ) AS rows_changed
