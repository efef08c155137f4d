-- One row per county, those without a physician first, then the most people per physician; not known last.
-- $supply: VARCHAR, a source of physicians;  $specialty: VARCHAR, a specialty code
-- $state: VARCHAR postal code or NULL for all;  $region: VARCHAR or NULL for all
WITH newest AS (
    SELECT max(supply_year) AS supply_year
    FROM physician_supply
    WHERE supply_source = $supply
        AND specialty = $specialty
        AND practicing_physicians IS NOT NULL
),

-- People of the year of the count, or of the estimate nearest to it.
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
        estimated.population_year,
        told.people,
        counted.practicing_physicians,
        counted.physician_fte
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
        AND ($region IS NULL OR county.region = $region)
)

SELECT
    county_fips,
    county,
    state,
    region,
    CASE
        WHEN practicing_physicians IS NULL THEN 'not_counted'
        WHEN practicing_physicians = 0 THEN 'none'
        ELSE 'counted'
    END AS supply_status,
    practicing_physicians,
    round(people / nullif(practicing_physicians, 0))::BIGINT AS people_per_practicing,
    practicing_physicians / nullif(people, 0) * 100000 AS practicing_per_100k,
    physician_fte,
    supply_year,
    people,
    population_year
FROM here
ORDER BY practicing_per_100k NULLS LAST, people DESC NULLS LAST, county_fips
