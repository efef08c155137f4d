-- One row per target that need can be measured against: people for each physician; missing for the designation's own.
-- $state: VARCHAR postal code or NULL for all
WITH standing AS (
    SELECT (fte + fte_short) * ratio_goal / fte AS people_per_fte
    FROM shortage_area
    WHERE discipline = 'primary_care'
        AND status = 'designated'
        AND fte > 0
        AND ($state IS NULL OR state = $state)
)

SELECT
    target.target_ratio,
    target.people_per_physician
FROM (
    SELECT * FROM (
        VALUES
        (1, 'designation', NULL::DOUBLE),
        (2, '3500', 3500.0::DOUBLE),
        (3, '3000', 3000.0::DOUBLE),
        (4, '2000', 2000.0::DOUBLE)
    )
    UNION ALL
    SELECT 5, 'median', (SELECT median(people_per_fte) FROM standing)
) AS target (target_number, target_ratio, people_per_physician)
ORDER BY target.target_number
