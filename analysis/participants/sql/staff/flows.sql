-- One row per phase and what came after it for a choice: the next phase, waiting there, another career, leaving. For staff.
-- $region: VARCHAR or NULL for all, of residence;  $specialty: VARCHAR or NULL, specialty or its group
-- $origin: VARCHAR or NULL, region of origin;  $language: VARCHAR or NULL, ISO 639-3
-- $graduation: VARCHAR or NULL, band of years since graduation;  $cohort_year: BIGINT or NULL
WITH phase AS (
    SELECT DISTINCT
        phase,
        phase_label,
        phase_number
    FROM stage
),

picked AS (
    SELECT
        person.pathway_status,
        phase.phase_number
    FROM chosen($region, $specialty, $origin, $language, $graduation, $cohort_year) AS person
    JOIN phase USING (phase)
),

told AS (
    SELECT
        start.phase_number,
        start.phase_label AS source_label,
        onward.phase AS target,
        onward.phase_label AS target_label,
        0 AS target_number,
        count(picked.phase_number) AS participants
    FROM phase AS start
    JOIN phase AS onward ON onward.phase_number = start.phase_number + 1
    LEFT JOIN picked ON picked.phase_number >= onward.phase_number
    GROUP BY start.phase_number, start.phase_label, onward.phase, onward.phase_label
    UNION ALL
    SELECT
        start.phase_number,
        start.phase_label,
        ending.target,
        if(ending.target = 'on_the_way', 'Here now: ' || lower(start.phase_label), ending.target_label),
        ending.target_number,
        count(picked.phase_number)
    FROM phase AS start
    CROSS JOIN (
        VALUES ('on_the_way', 'Here now', 1), ('alternative', 'Another health career', 5), ('left', 'Left the program', 6)
    ) AS ending (target, target_label, target_number)
    LEFT JOIN picked ON picked.phase_number = start.phase_number AND picked.pathway_status = ending.target
    GROUP BY start.phase_number, start.phase_label, ending.target, ending.target_label, ending.target_number
)

SELECT
    told.source_label,
    told.target,
    told.target_label,
    told.participants,
    if(told.participants = 0, 'none', 'counted') AS participants_status,
    roster.roster_title
FROM told
CROSS JOIN roster
ORDER BY told.phase_number, told.target_number
