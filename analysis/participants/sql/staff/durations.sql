-- One row per number of days since enrolment and outcome of a choice: reached $stage, another career, left, or still waiting. For staff.
-- $stage: VARCHAR, the stage to reach
-- $region: VARCHAR or NULL for all, of residence;  $specialty: VARCHAR or NULL, specialty or its group
-- $origin: VARCHAR or NULL, region of origin;  $language: VARCHAR or NULL, ISO 639-3
-- $graduation: VARCHAR or NULL, band of years since graduation;  $cohort_year: BIGINT or NULL
SELECT
    greatest(
        date_diff(
            'day',
            picked.enrolled_date,
            coalesce(reached.reached_date, picked.ended_date, roster.roster_date)
        ),
        0
    ) AS waited_days,
    CASE
        WHEN reached.reached_date IS NOT NULL THEN 'reached'
        WHEN picked.pathway_status = 'on_the_way' THEN 'waiting'
        ELSE picked.pathway_status
    END AS outcome,
    count(*) AS participants,
    roster.roster_title
FROM chosen($region, $specialty, $origin, $language, $graduation, $cohort_year) AS picked
CROSS JOIN roster
LEFT JOIN participant_stage AS reached
    ON reached.participant_id = picked.participant_id
    AND reached.stage = $stage
GROUP BY waited_days, outcome, roster.roster_title
ORDER BY waited_days, outcome
