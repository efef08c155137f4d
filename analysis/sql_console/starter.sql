-- $grain
SELECT
    $columns
FROM $table
LIMIT 100
