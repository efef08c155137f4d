-- One row: the participants on the way who have not applied to residency yet.
WITH onward AS (
    SELECT
        max(participants) FILTER (step = 'all') AS everyone,
        max(participants) FILTER (step = 'applying' AND is_reached) AS applied,
        sum(participants) FILTER (step IN ('preparing', 'eligible') AND NOT is_reached)::BIGINT AS summed,
        count(participants) FILTER (step IN ('preparing', 'eligible') AND NOT is_reached) AS told
    FROM participant_count
    WHERE dimension = 'standing'
        AND member = 'on_the_way'
        AND step_kind <> 'stage'
)

SELECT
    coalesce(onward.everyone - onward.applied, if(onward.told = 2, onward.summed, NULL)) AS participants,
    CASE
        WHEN coalesce(onward.everyone - onward.applied, if(onward.told = 2, onward.summed, NULL)) IS NULL THEN 'withheld'
        WHEN coalesce(onward.everyone - onward.applied, onward.summed) = 0 THEN 'none'
        ELSE 'counted'
    END AS participants_status,
    roster.roster_title
FROM onward
CROSS JOIN roster
