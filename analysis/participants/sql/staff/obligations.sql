-- One row per state of the obligation, region of practice and year in which it ends, for a choice. For staff.
-- $region: VARCHAR or NULL for all, of residence;  $specialty: VARCHAR or NULL, specialty or its group
-- $origin: VARCHAR or NULL, region of origin;  $language: VARCHAR or NULL, ISO 639-3
-- $graduation: VARCHAR or NULL, band of years since graduation;  $cohort_year: BIGINT or NULL
SELECT
    picked.obligation,
    if(picked.obligation = 'running', 'Obligation running', 'Obligation served') AS parent_label,
    picked.practice_region AS member_label,
    year(picked.obligation_end_date) AS obligation_end_year,
    count(*) AS participants,
    'counted' AS participants_status,
    roster.roster_title
FROM chosen($region, $specialty, $origin, $language, $graduation, $cohort_year) AS picked
CROSS JOIN roster
WHERE picked.obligation <> 'none'
GROUP BY picked.obligation, picked.practice_region, obligation_end_year, roster.roster_title
ORDER BY picked.obligation, member_label, obligation_end_year
