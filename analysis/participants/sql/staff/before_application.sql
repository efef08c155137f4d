-- One row: the participants of a choice on the way who have not applied to residency yet. For staff.
-- $region: VARCHAR or NULL for all, of residence;  $specialty: VARCHAR or NULL, specialty or its group
-- $origin: VARCHAR or NULL, region of origin;  $language: VARCHAR or NULL, ISO 639-3
-- $graduation: VARCHAR or NULL, band of years since graduation;  $cohort_year: BIGINT or NULL
SELECT
    count(picked.participant_id) AS participants_low,
    count(picked.participant_id) AS participants_high,
    if(count(picked.participant_id) = 0, 'none', 'counted') AS participants_status,
    any_value(roster.roster_title) AS roster_title
FROM roster
LEFT JOIN chosen($region, $specialty, $origin, $language, $graduation, $cohort_year) AS picked
    ON picked.pathway_status = 'on_the_way'
    AND picked.phase IN ('preparing', 'eligible')
