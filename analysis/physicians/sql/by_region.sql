-- One row per region of a state, the fewest physicians per person first.
-- $supply: VARCHAR, a source of physicians;  $specialty: VARCHAR, a specialty code;  $state: VARCHAR postal code
WITH newest AS (
    SELECT max(supply_year) AS supply_year
    FROM physician_supply
    WHERE supply_source = $supply
        AND specialty = $specialty
        AND practicing_physicians IS NOT NULL
),

estimated AS (
    SELECT least(greatest(newest.supply_year, min(told.population_year)), max(told.population_year)) AS population_year
    FROM county_population AS told
    CROSS JOIN newest
    GROUP BY newest.supply_year
)

SELECT
    county.region,
    sum(counted.practicing_physicians) AS practicing_physicians,
    round(sum(told.people) / nullif(sum(counted.practicing_physicians) FILTER (told.people IS NOT NULL), 0))::BIGINT
        AS people_per_practicing,
    sum(counted.practicing_physicians) FILTER (told.people IS NOT NULL) / nullif(sum(told.people), 0) * 100000
        AS practicing_per_100k,
    count(*) AS counties_counted,
    count(*) FILTER (counted.practicing_physicians = 0) AS counties_none,
    sum(told.people)::BIGINT AS people,
    newest.supply_year
FROM physician_supply AS counted
JOIN newest ON newest.supply_year = counted.supply_year
JOIN county ON county.county_fips = counted.county_fips
CROSS JOIN estimated
LEFT JOIN county_population AS told
    ON told.county_fips = county.county_fips AND told.population_year = estimated.population_year
WHERE counted.supply_source = $supply
    AND counted.specialty = $specialty
    AND counted.practicing_physicians IS NOT NULL
    AND county.state = $state
    AND county.region IS NOT NULL
GROUP BY county.region, newest.supply_year
ORDER BY practicing_per_100k NULLS LAST, county.region
