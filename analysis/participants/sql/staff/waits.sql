-- One row per stage where participants of a choice wait now: how many, and for how long. For staff.
-- $region: VARCHAR or NULL for all, of residence;  $specialty: VARCHAR or NULL, specialty or its group
-- $origin: VARCHAR or NULL, region of origin;  $language: VARCHAR or NULL, ISO 639-3
-- $graduation: VARCHAR or NULL, band of years since graduation;  $cohort_year: BIGINT or NULL
SELECT
    stage.stage AS step,
    stage.stage_label AS step_label,
    stage.stage_number AS step_number,
    count(*) AS participants,
    median(date_diff('day', picked.stage_since_date, roster.roster_date)) / 365.25 AS wait_median_years,
    max(date_diff('day', picked.stage_since_date, roster.roster_date)) / 365.25 AS wait_longest_years,
    roster.roster_title
FROM chosen($region, $specialty, $origin, $language, $graduation, $cohort_year) AS picked
CROSS JOIN roster
JOIN stage USING (stage)
WHERE picked.pathway_status = 'on_the_way'
GROUP BY stage.stage, stage.stage_label, stage.stage_number, roster.roster_title
ORDER BY stage.stage_number
