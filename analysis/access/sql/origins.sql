-- One row per place that people set out from: tracts of the states that are loaded, then counties of all others.
WITH home AS (
    SELECT DISTINCT left(county_fips, 2) AS state_fips
    FROM tract
)

SELECT
    tract_geoid AS origin_id,
    'census tract' AS origin_kind,
    household_population AS origin_people,
    latitude,
    longitude
FROM tract
UNION ALL
SELECT
    county_fips AS origin_id,
    'county center' AS origin_kind,
    population AS origin_people,
    center_latitude AS latitude,
    center_longitude AS longitude
FROM county
WHERE left(county_fips, 2) NOT IN (SELECT state_fips FROM home)
    AND population IS NOT NULL
    AND center_latitude IS NOT NULL
ORDER BY origin_kind, origin_id
