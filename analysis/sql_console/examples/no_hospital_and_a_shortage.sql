-- Which counties of a state have no hospital on CMS's list, and a designated shortage area?
-- $state: VARCHAR postal code
WITH hospitals AS (
    SELECT
        county_fips,
        count(*) AS places
    FROM hospital
    GROUP BY county_fips
),

not_placed AS (
    SELECT count(*) AS places
    FROM hospital
    WHERE state = coalesce($state, 'MN')
        AND county_fips IS NULL
)

SELECT
    county.county_fips,
    county.county,
    county.population,
    round(shortage.fte_short, 1) AS physicians_short,
    round(shortage.shortage_population_share * 100) AS percent_in_shortage,
    not_placed.places AS hospitals_of_the_state_in_no_county
FROM county
JOIN county_shortage AS shortage USING (county_fips)
LEFT JOIN hospitals USING (county_fips)
CROSS JOIN not_placed
WHERE county.state = coalesce($state, 'MN')
    AND hospitals.places IS NULL
    AND shortage.discipline = 'primary_care'
    AND shortage.status_choice = 'designated'
    AND shortage.type_choice = 'all'
ORDER BY shortage.fte_short DESC, county.county_fips
