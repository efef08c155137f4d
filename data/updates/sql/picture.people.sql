-- One row per state and discipline that a database lists: people who live in designated areas, each counted once.
WITH listed AS (
    SELECT DISTINCT discipline FROM shortage_area
)

SELECT
    county.state_name,
    listed.discipline,
    round(coalesce(sum(here.shortage_population_share * county.population), 0))::BIGINT AS people
FROM county
CROSS JOIN listed
LEFT JOIN county_shortage AS here
    ON here.county_fips = county.county_fips
    AND here.discipline = listed.discipline
    AND here.status_choice = 'designated'
    AND here.type_choice = 'all'
GROUP BY ALL
ORDER BY county.state_name, listed.discipline
