-- One row per discipline and state with an area before or after: areas, FTE short and people in designated areas.
-- Tables: before_area, after_area, before_people, after_people. No area is 0 FTE; people are NULL in the territories.
WITH listed AS (
    SELECT *, 'before' AS side FROM before_area
    UNION ALL
    SELECT *, 'after' AS side FROM after_area
),

counted AS (
    SELECT
        discipline,
        state_name,
        count(*) FILTER (side = 'before' AND status = 'designated') AS designated_before,
        count(*) FILTER (side = 'after' AND status = 'designated') AS designated_after,
        count(*) FILTER (side = 'before' AND status = 'proposed_withdrawal') AS proposed_before,
        count(*) FILTER (side = 'after' AND status = 'proposed_withdrawal') AS proposed_after,
        sum(if(side = 'before' AND status = 'designated', fte_short, 0)) AS short_designated_before,
        sum(if(side = 'after' AND status = 'designated', fte_short, 0)) AS short_designated_after,
        sum(if(side = 'before' AND status = 'proposed_withdrawal', fte_short, 0)) AS short_proposed_before,
        sum(if(side = 'after' AND status = 'proposed_withdrawal', fte_short, 0)) AS short_proposed_after
    FROM listed
    GROUP BY ALL
)

SELECT
    counted.*,
    earlier.people AS people_before,
    later.people AS people_after
FROM counted
LEFT JOIN before_people AS earlier USING (discipline, state_name)
LEFT JOIN after_people AS later USING (discipline, state_name)
ORDER BY discipline, state_name
