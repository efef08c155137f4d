-- One row per specialty that a source counts, with a place's totals and what its counties lack of the median of the state's.
-- $supply: VARCHAR, a source of physicians;  $state: VARCHAR postal code or NULL for all;  $region: VARCHAR or NULL for all
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

known AS (
    SELECT
        counted.specialty,
        counted.supply_year,
        county.county_fips,
        county.state,
        county.state = coalesce($state, county.state) AS is_inside,
        is_inside AND ($region IS NULL OR coalesce(county.region = $region, FALSE)) AS is_here,
        told.people,
        counted.practicing_physicians,
        counted.physician_fte,
        counted.practicing_physicians / nullif(told.people, 0) * 100000 AS practicing_per_100k
    FROM physician_supply AS counted
    JOIN newest ON newest.specialty = counted.specialty AND newest.supply_year = counted.supply_year
    JOIN estimated ON estimated.supply_year = counted.supply_year
    JOIN county ON county.county_fips = counted.county_fips
    LEFT JOIN county_population AS told
        ON told.county_fips = county.county_fips AND told.population_year = estimated.population_year
    WHERE counted.supply_source = $supply
        AND counted.practicing_physicians IS NOT NULL
),

middle AS (
    SELECT specialty, median(practicing_per_100k) AS median_per_100k
    FROM known
    WHERE is_inside
    GROUP BY specialty
),

-- Rates are of counties whose physicians and people are both known; FTE are, unless a county with physicians lacks them.
total AS (
    SELECT
        specialty,
        any_value(supply_year) AS supply_year,
        sum(practicing_physicians) FILTER (is_here) AS practicing_physicians,
        if(
            count(*) FILTER (is_here AND practicing_physicians > 0 AND physician_fte IS NULL) = 0,
            sum(physician_fte) FILTER (is_here),
            NULL
        ) AS physician_fte,
        sum(practicing_physicians) FILTER (is_here AND people IS NOT NULL) AS physicians_rated,
        sum(people) FILTER (is_here)::BIGINT AS people,
        sum(practicing_physicians) FILTER (people IS NOT NULL) / nullif(sum(people), 0) * 100000 AS per_100k_everywhere,
        count(DISTINCT state) AS states_counted,
        count(*) FILTER (is_here) AS counties_counted,
        count(*) FILTER (is_here AND practicing_physicians = 0) AS counties_none
    FROM known
    GROUP BY specialty
),

lack AS (
    SELECT
        known.specialty,
        middle.median_per_100k,
        count(*) FILTER (known.practicing_per_100k < middle.median_per_100k) AS counties_below,
        sum(greatest(middle.median_per_100k - known.practicing_per_100k, 0) * known.people / 100000)
            FILTER (known.practicing_per_100k IS NOT NULL) AS physicians_missing
    FROM known
    JOIN middle USING (specialty)
    WHERE known.is_here
    GROUP BY known.specialty, middle.median_per_100k
)

SELECT
    total.specialty,
    coalesce(specialty.specialty_label, total.specialty) AS specialty_label,
    specialty.specialty_group,
    total.practicing_physicians,
    round(total.people / nullif(total.physicians_rated, 0))::BIGINT AS people_per_practicing,
    total.physicians_rated / nullif(total.people, 0) * 100000 AS practicing_per_100k,
    if(total.states_counted > 1, total.per_100k_everywhere, NULL) AS practicing_per_100k_everywhere,
    total.counties_counted,
    total.counties_none,
    lack.median_per_100k,
    lack.counties_below,
    lack.physicians_missing,
    total.physician_fte,
    total.people,
    total.supply_year
FROM total
LEFT JOIN specialty ON specialty.specialty = total.specialty
LEFT JOIN lack ON lack.specialty = total.specialty
ORDER BY total.practicing_physicians DESC NULLS LAST, total.specialty
