-- One row per county, those that lack the most physicians of a rate first; not known last.
-- $supply: VARCHAR, a source of physicians;  $specialty: VARCHAR, a specialty code
-- $state: VARCHAR postal code or NULL for all;  $region: VARCHAR or NULL for all
-- $benchmark: DOUBLE, physicians per 100,000 people or NULL for the median of the state's counties
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
),

here AS (
    SELECT
        county.county_fips,
        county.county,
        county.state,
        county.region,
        newest.supply_year,
        told.people,
        counted.practicing_physicians,
        counted.practicing_physicians / nullif(told.people, 0) * 100000 AS practicing_per_100k
    FROM county
    CROSS JOIN newest
    CROSS JOIN estimated
    LEFT JOIN county_population AS told
        ON told.county_fips = county.county_fips AND told.population_year = estimated.population_year
    LEFT JOIN physician_supply AS counted
        ON counted.county_fips = county.county_fips
        AND counted.supply_source = $supply
        AND counted.specialty = $specialty
        AND counted.supply_year = newest.supply_year
    WHERE newest.supply_year IS NOT NULL
        AND county.state = coalesce($state, county.state)
),

goal AS (
    SELECT coalesce($benchmark::DOUBLE, median(practicing_per_100k)) AS benchmark_per_100k
    FROM here
)

SELECT
    here.county_fips,
    here.county,
    here.state,
    here.practicing_physicians,
    here.practicing_per_100k,
    goal.benchmark_per_100k,
    if(here.practicing_per_100k IS NULL, NULL, greatest(goal.benchmark_per_100k - here.practicing_per_100k, 0))
    * here.people / 100000 AS physicians_missing,
    here.people,
    here.supply_year
FROM here
CROSS JOIN goal
WHERE ($region IS NULL OR here.region = $region)
ORDER BY physicians_missing DESC NULLS LAST, here.county_fips
