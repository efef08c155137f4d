-- One row per census tract of Minnesota (2020), with a point inside it.
SELECT
    tract_geoid,
    left(tract_geoid, 5) AS county_fips,
    household_population,
    latitude,
    longitude
FROM reference.tract
ORDER BY tract_geoid
