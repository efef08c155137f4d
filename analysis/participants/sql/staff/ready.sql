-- One row per specialty, languages, stage and wishes of participants on the way at $stages: how many. For staff.
-- $stages: VARCHAR, stages, space between
WITH wishes AS (
    SELECT
        participant_id,
        string_agg(region, '+' ORDER BY region) AS regions
    FROM participant_region
    GROUP BY participant_id
),

spoken AS (
    SELECT
        participant_id,
        string_agg(language_code, ' ' ORDER BY language_code) AS language_codes
    FROM participant_language
    GROUP BY participant_id
)

SELECT
    person.specialty_sought AS specialty,
    coalesce(spoken.language_codes, '') AS language_codes,
    person.stage,
    coalesce(wishes.regions, '') AS willing_regions,
    person.is_willing_rural,
    count(*) AS participants,
    roster.roster_title
FROM participant AS person
CROSS JOIN roster
LEFT JOIN wishes USING (participant_id)
LEFT JOIN spoken USING (participant_id)
WHERE person.pathway_status = 'on_the_way'
    AND list_contains(string_split($stages, ' '), person.stage)
GROUP BY ALL
ORDER BY specialty, language_codes, person.stage, willing_regions, person.is_willing_rural
