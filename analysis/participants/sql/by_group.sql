-- One row per group of $dimension and phase: its participants who have reached the phase.
-- $dimension: VARCHAR, what participants are divided by
WITH everyone AS (
    SELECT
        member,
        participants
    FROM participant_count
    WHERE dimension = $dimension
        AND step = 'all'
)

SELECT
    counted.member,
    counted.member_label,
    if(counted.step = 'all', 'preparing', counted.step) AS step,
    phase.phase_label AS step_label,
    phase.phase_number AS step_number,
    counted.participants,
    counted.participants_status,
    CASE
        WHEN everyone.participants >= disclosure.share_base THEN counted.participants / everyone.participants
    END AS participants_share,
    roster.roster_title
FROM participant_count AS counted
CROSS JOIN roster
CROSS JOIN disclosure
JOIN everyone USING (member)
JOIN (SELECT DISTINCT phase, phase_label, phase_number FROM stage) AS phase
    ON phase.phase = if(counted.step = 'all', 'preparing', counted.step)
WHERE counted.dimension = $dimension
    AND (counted.is_reached OR counted.step = 'all')
    AND counted.step_kind <> 'stage'
    AND (
        counted.participants_status = 'not_collected'
        OR counted.member IN (
            SELECT crossed.member
            FROM participant_count AS crossed
            WHERE crossed.dimension = $dimension
                AND crossed.step_kind = 'phase'
        )
    )
    -- Where groups within groups are published, they stand for themselves.
    AND (counted.dimension <> 'specialty' OR counted.member NOT IN (
        SELECT child.parent_member
        FROM participant_count AS child
        WHERE child.dimension = $dimension
    ))
ORDER BY everyone.participants DESC NULLS LAST, counted.member_label, counted.member, phase.phase_number
