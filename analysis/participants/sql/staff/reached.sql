-- One row per stage of the road: the participants of a choice who have reached it. For staff: not protected.
-- $region: VARCHAR or NULL for all, of residence;  $specialty: VARCHAR or NULL, specialty or its group
-- $origin: VARCHAR or NULL, region of origin;  $language: VARCHAR or NULL, ISO 639-3
-- $graduation: VARCHAR or NULL, band of years since graduation;  $cohort_year: BIGINT or NULL
WITH picked AS (
    SELECT participant_id
    FROM chosen($region, $specialty, $origin, $language, $graduation, $cohort_year)
),

everyone AS (
    SELECT count(*) AS participants
    FROM picked
),

reached AS (
    SELECT
        participant_stage.stage,
        count(*) AS participants
    FROM picked
    JOIN participant_stage USING (participant_id)
    GROUP BY participant_stage.stage
)

SELECT
    stage.stage AS step,
    stage.stage_label AS step_label,
    stage.stage_number AS step_number,
    coalesce(reached.participants, 0) AS participants,
    if(coalesce(reached.participants, 0) = 0, 'none', 'counted') AS participants_status,
    coalesce(reached.participants, 0) / nullif(everyone.participants, 0) AS participants_share,
    roster.roster_title
FROM stage
CROSS JOIN everyone
CROSS JOIN roster
LEFT JOIN reached ON reached.stage = stage.stage
ORDER BY stage.stage_number
