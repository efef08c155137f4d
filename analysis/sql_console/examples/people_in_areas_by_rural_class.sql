-- What share of people live in designated areas, by rural-urban continuum code?
-- $state: VARCHAR postal code or NULL for all
WITH designated AS (
    SELECT
        county_fips,
        shortage_population_share
    FROM county_shortage
    WHERE discipline = 'primary_care'
        AND status_choice = 'designated'
        AND type_choice = 'all'
)

SELECT
    county.rucc_2023,
    count(*) AS counties,
    sum(county.population) AS people,
    round(sum(county.population * coalesce(designated.shortage_population_share, 0))) AS people_in_shortage,
    round(sum(county.population * coalesce(designated.shortage_population_share, 0)) / sum(county.population), 3)
        AS share_in_shortage
FROM county
LEFT JOIN designated USING (county_fips)
WHERE county.state = coalesce($state, county.state)
GROUP BY county.rucc_2023
ORDER BY county.rucc_2023
