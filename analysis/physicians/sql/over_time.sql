-- One row per year from the first that a source counts to the last; a year that it lacks is not known.
-- $supply: VARCHAR, a source of physicians;  $specialty: VARCHAR, a specialty code
-- $state: VARCHAR postal code or NULL for all;  $region: VARCHAR or NULL for all;  $county_fips: VARCHAR or NULL for all
WITH counted AS (
    SELECT
        known.supply_year,
        known.county_fips,
        known.practicing_physicians
    FROM physician_supply AS known
    JOIN county ON county.county_fips = known.county_fips
    WHERE known.supply_source = $supply
        AND known.specialty = $specialty
        AND known.practicing_physicians IS NOT NULL
        AND county.state = coalesce($state, county.state)
        AND ($region IS NULL OR county.region = $region)
        AND county.county_fips = coalesce($county_fips, county.county_fips)
),

every_year AS (
    SELECT unnest(generate_series(min(supply_year), max(supply_year)))::BIGINT AS supply_year
    FROM counted
),

estimated AS (
    SELECT
        every_year.supply_year,
        least(greatest(every_year.supply_year, min(told.population_year)), max(told.population_year)) AS population_year
    FROM county_population AS told
    CROSS JOIN every_year
    GROUP BY every_year.supply_year
)

SELECT
    estimated.supply_year,
    sum(counted.practicing_physicians) AS practicing_physicians,
    sum(counted.practicing_physicians) FILTER (told.people IS NOT NULL) / nullif(sum(told.people), 0) * 100000
        AS practicing_per_100k,
    count(counted.county_fips) AS counties_counted,
    sum(told.people)::BIGINT AS people,
    estimated.population_year
FROM estimated
LEFT JOIN counted ON counted.supply_year = estimated.supply_year
LEFT JOIN county_population AS told
    ON told.county_fips = counted.county_fips AND told.population_year = estimated.population_year
GROUP BY estimated.supply_year, estimated.population_year
ORDER BY estimated.supply_year
