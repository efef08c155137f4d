-- One row per phase and what came after it: the next phase, or no further so far (waiting there, or ended).
WITH phase AS (
    SELECT DISTINCT
        phase,
        phase_label,
        phase_number
    FROM stage
),

told AS (
    SELECT
        phase.phase_number - counted.is_reached::BIGINT AS source_number,
        if(counted.is_reached, counted.step, 'no_further') AS target,
        if(counted.is_reached, phase.phase_label, 'No further so far: ' || lower(phase.phase_label)) AS target_label,
        counted.participants,
        counted.participants_status
    FROM participant_count AS counted
    JOIN phase ON phase.phase = counted.step
    WHERE counted.dimension = 'all'
        AND counted.step_kind = 'phase'
)

SELECT
    source.phase_label AS source_label,
    told.target,
    told.target_label,
    told.participants,
    told.participants_status,
    roster.roster_title
FROM told
CROSS JOIN roster
JOIN phase AS source ON source.phase_number = told.source_number
ORDER BY source.phase_number, told.target = 'no_further'
