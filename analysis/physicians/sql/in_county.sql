-- One row per specialty that a source counts, with a county's physicians beside its state's.
-- $supply: VARCHAR, a source of physicians;  $county_fips: VARCHAR
WITH newest AS (
    SELECT specialty, max(supply_year) AS supply_year
    FROM physician_supply
    WHERE supply_source = $supply
        AND practicing_physicians IS NOT NULL
    GROUP BY specialty
),

estimated AS (
    SELECT
        newest.supply_year,
        least(greatest(newest.supply_year, min(told.population_year)), max(told.population_year)) AS population_year
    FROM county_population AS told
    CROSS JOIN (SELECT DISTINCT supply_year FROM newest) AS newest
    GROUP BY newest.supply_year
),

-- Every county of the state with every specialty: one that the source leaves out is not known there.
beside AS (
    SELECT
        newest.specialty,
        newest.supply_year,
        county.county_fips = $county_fips AS is_here,
        told.people,
        counted.practicing_physicians
    FROM newest
    JOIN estimated ON estimated.supply_year = newest.supply_year
    JOIN county ON county.state = (SELECT here.state FROM county AS here WHERE here.county_fips = $county_fips)
    LEFT JOIN county_population AS told
        ON told.county_fips = county.county_fips AND told.population_year = estimated.population_year
    LEFT JOIN physician_supply AS counted
        ON counted.county_fips = county.county_fips
        AND counted.supply_source = $supply
        AND counted.specialty = newest.specialty
        AND counted.supply_year = newest.supply_year
),

both_rates AS (
    SELECT
        specialty,
        any_value(supply_year) AS supply_year,
        any_value(people) FILTER (is_here) AS people,
        any_value(practicing_physicians) FILTER (is_here) AS practicing_physicians,
        sum(people) FILTER (practicing_physicians IS NOT NULL) AS state_people,
        sum(practicing_physicians) FILTER (people IS NOT NULL) AS state_physicians
    FROM beside
    GROUP BY specialty
)

SELECT
    both_rates.specialty,
    coalesce(specialty.specialty_label, both_rates.specialty) AS specialty_label,
    CASE
        WHEN both_rates.practicing_physicians IS NULL THEN 'not_counted'
        WHEN both_rates.practicing_physicians = 0 THEN 'none'
        ELSE 'counted'
    END AS supply_status,
    both_rates.practicing_physicians,
    round(both_rates.people / nullif(both_rates.practicing_physicians, 0))::BIGINT AS people_per_practicing,
    round(both_rates.state_people / nullif(both_rates.state_physicians, 0))::BIGINT AS people_per_practicing_state,
    both_rates.practicing_physicians / nullif(both_rates.people, 0) * 100000 AS practicing_per_100k,
    both_rates.state_physicians / nullif(both_rates.state_people, 0) * 100000 AS practicing_per_100k_state,
    both_rates.supply_year
FROM both_rates
LEFT JOIN specialty ON specialty.specialty = both_rates.specialty
ORDER BY both_rates.state_physicians DESC NULLS LAST, both_rates.specialty
