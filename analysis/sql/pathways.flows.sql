-- One row per phase and what came after it: the next phase, waiting there now, another career, or leaving.
WITH phase AS (
    SELECT DISTINCT
        phase,
        phase_label,
        phase_number
    FROM stage
),

told AS (
    SELECT
        start.phase_number,
        start.phase_label AS source_label,
        onward.phase AS target,
        onward.phase_label AS target_label,
        0 AS target_number,
        counted.participants,
        counted.participants_status
    FROM phase AS start
    JOIN phase AS onward ON onward.phase_number = start.phase_number + 1
    JOIN participant_count AS counted
        ON counted.dimension = 'all'
        AND counted.step_kind = 'phase'
        AND counted.step = onward.phase
        AND counted.is_reached
    UNION ALL
    SELECT
        start.phase_number,
        start.phase_label,
        counted.member,
        if(counted.member = 'on_the_way', 'Here now: ' || lower(start.phase_label), counted.member_label),
        if(counted.member = 'on_the_way', 1, 1 + counted.member_number),
        counted.participants,
        counted.participants_status
    FROM phase AS start
    JOIN participant_count AS counted
        ON counted.dimension = 'standing'
        AND counted.step_kind = 'phase'
        AND counted.step = start.phase
        AND NOT counted.is_reached
    WHERE counted.member IN ('on_the_way', 'alternative', 'left')
)

SELECT
    told.source_label,
    told.target,
    told.target_label,
    told.participants,
    told.participants_status,
    roster.roster_title
FROM told
CROSS JOIN roster
ORDER BY told.phase_number, told.target_number
