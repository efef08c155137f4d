-- Which counties of a state have no hospital on CMS's list, and a designated shortage area?
-- $state: VARCHAR postal code
WITH hospitals AS (
    SELECT
        county_fips,
        count(*) AS places
    FROM hospital
    GROUP BY county_fips
)

SELECT
    county.county_fips,
    county.county,
    county.population,
    round(shortage.fte_short, 1) AS physicians_short,
    round(shortage.shortage_population_share * 100) AS percent_in_shortage
FROM county
JOIN county_shortage AS shortage USING (county_fips)
LEFT JOIN hospitals USING (county_fips)
WHERE county.state = coalesce($state, 'MN')
    AND hospitals.places IS NULL
    AND shortage.discipline = 'primary_care'
    AND shortage.status_choice = 'designated'
    AND shortage.type_choice = 'all'
ORDER BY shortage.fte_short DESC, county.county_fips
