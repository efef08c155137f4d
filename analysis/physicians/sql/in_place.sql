-- One row per county that a place of Minnesota lies in, the one that holds the most of its people first.
-- $place_id: VARCHAR, such as house-12A, senate-12, congress-7, county-27165, region-metro or state-MN
-- $supply: VARCHAR, a source of physicians;  $specialty: VARCHAR, a specialty code
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

held AS (
    SELECT
        tract.county_fips,
        sum(figure.tract_people * link.place_tract_share) AS people_inside
    FROM place_tract AS link
    JOIN tract USING (tract_geoid)
    JOIN tract_figure AS figure USING (tract_geoid)
    WHERE link.place_id = $place_id
    GROUP BY tract.county_fips
),

shared AS (
    SELECT
        county_fips,
        people_inside / nullif(sum(people_inside) OVER (), 0) AS place_county_share
    FROM held
)

SELECT
    county.county_fips,
    county.county,
    shared.place_county_share,
    CASE
        WHEN counted.practicing_physicians IS NULL THEN 'not_counted'
        WHEN counted.practicing_physicians = 0 THEN 'none'
        ELSE 'counted'
    END AS supply_status,
    counted.practicing_physicians,
    round(told.people / nullif(counted.practicing_physicians, 0))::BIGINT AS people_per_practicing,
    counted.practicing_physicians / nullif(told.people, 0) * 100000 AS practicing_per_100k,
    told.people,
    newest.supply_year
FROM shared
JOIN county USING (county_fips)
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
    AND shared.place_county_share >= 0.001
ORDER BY shared.place_county_share DESC, county.county_fips
