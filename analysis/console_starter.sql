-- One row per row of $table.
SELECT
    $columns
FROM $table
LIMIT 100
