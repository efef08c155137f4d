-- One row per phase and group of a choice: those who have come no further, those on the way, for how long. For staff.
-- $region: VARCHAR or NULL for all, of residence;  $specialty: VARCHAR or NULL, specialty or its group
-- $origin: VARCHAR or NULL, region of origin;  $language: VARCHAR or NULL, ISO 639-3
-- $graduation: VARCHAR or NULL, band of years since graduation;  $cohort_year: BIGINT or NULL
WITH waiting AS (
    SELECT
        picked.phase,
        link.member,
        link.member_label,
        link.member_number
    FROM chosen($region, $specialty, $origin, $language, $graduation, $cohort_year) AS picked
    JOIN participant_member AS link USING (participant_id)
    WHERE picked.pathway_status = 'on_the_way'
        AND link.dimension = 'standing'
    UNION ALL
    SELECT
        picked.phase,
        'furthest',
        'No further',
        -1
    FROM chosen($region, $specialty, $origin, $language, $graduation, $cohort_year) AS picked
    UNION ALL
    SELECT
        picked.phase,
        'on_the_way',
        'On the way',
        0
    FROM chosen($region, $specialty, $origin, $language, $graduation, $cohort_year) AS picked
    WHERE picked.pathway_status = 'on_the_way'
),

banded AS (
    SELECT DISTINCT
        member,
        member_label,
        member_number
    FROM waiting
),

phase AS (
    SELECT DISTINCT
        phase,
        phase_label,
        phase_number
    FROM stage
),

tallied AS (
    SELECT
        phase,
        member,
        count(*) AS participants
    FROM waiting
    GROUP BY phase, member
)

SELECT
    phase.phase AS step,
    phase.phase_label AS step_label,
    phase.phase_number AS step_number,
    banded.member,
    banded.member_label,
    banded.member_number,
    coalesce(tallied.participants, 0) AS participants,
    if(coalesce(tallied.participants, 0) = 0, 'none', 'counted') AS participants_status,
    roster.roster_title
FROM phase
CROSS JOIN banded
CROSS JOIN roster
LEFT JOIN tallied ON tallied.phase = phase.phase AND tallied.member = banded.member
ORDER BY phase.phase_number, banded.member_number, banded.member
