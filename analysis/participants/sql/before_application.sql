-- One row: the participants on the way who have not applied to residency yet, or the range that is published.
WITH told AS (
    SELECT
        max(participants) FILTER (dimension = 'all' AND step = 'all') AS everyone,
        max(participants) FILTER (dimension = 'all' AND step = 'applying' AND is_reached) AS applied,
        max(participants) FILTER (member = 'ended' AND step = 'all') AS ended,
        max(participants) FILTER (member = 'on_the_way' AND step = 'all') AS on_the_way,
        max(participants) FILTER (member = 'on_the_way' AND step = 'applying' AND is_reached) AS on_the_way_applied
    FROM participant_count
    WHERE dimension IN ('all', 'standing')
        AND step_kind <> 'stage'
),

ranged AS (
    -- Some of those who have not applied have ended: none of them at best, all who ended at worst.
    SELECT
        coalesce(
            on_the_way - on_the_way_applied,
            if(everyone >= applied, greatest(everyone - applied - ended, 0), NULL)
        ) AS participants_low,
        coalesce(on_the_way - on_the_way_applied, everyone - applied) AS participants_high
    FROM told
)

SELECT
    ranged.participants_low,
    ranged.participants_high,
    CASE
        WHEN ranged.participants_high = 0 THEN 'none'
        WHEN ranged.participants_low IS DISTINCT FROM ranged.participants_high THEN 'withheld'
        WHEN ranged.participants_high IS NULL THEN 'withheld'
        ELSE 'counted'
    END AS participants_status,
    roster.roster_title
FROM ranged
CROSS JOIN roster
