-- One row per step of the road: the participants of a group who have reached it.
-- $dimension: VARCHAR, what participants are divided by, all for everyone;  $member: VARCHAR, the group, all for everyone
-- $step_kind: VARCHAR, stage (everyone only) | phase
WITH step_label AS (
    SELECT
        'stage' AS step_kind,
        stage AS step,
        stage_label AS step_label,
        stage_number AS step_number
    FROM stage
    UNION ALL
    SELECT DISTINCT
        'phase',
        phase,
        phase_label,
        phase_number
    FROM stage
),

everyone AS (
    SELECT
        participants,
        participants_status
    FROM participant_count
    WHERE dimension = $dimension
        AND member = $member
        AND step = 'all'
)

SELECT
    step_label.step,
    step_label.step_label,
    step_label.step_number,
    if(step_label.step_number = 1, everyone.participants, counted.participants) AS participants,
    if(step_label.step_number = 1, everyone.participants_status, counted.participants_status) AS participants_status,
    CASE
        WHEN everyone.participants >= disclosure.share_base
            THEN if(step_label.step_number = 1, everyone.participants, counted.participants) / everyone.participants
    END AS participants_share,
    roster.roster_title
FROM step_label
CROSS JOIN everyone
CROSS JOIN roster
CROSS JOIN disclosure
LEFT JOIN participant_count AS counted
    ON counted.dimension = $dimension
    AND counted.member = $member
    AND counted.step_kind = step_label.step_kind
    AND counted.step = step_label.step
    AND counted.is_reached
WHERE step_label.step_kind = $step_kind
    AND (step_label.step_number = 1 OR counted.step IS NOT NULL)
ORDER BY step_label.step_number
