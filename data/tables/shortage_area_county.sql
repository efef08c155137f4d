-- One row per shortage area and county it reaches into, with both shares and how they were found. How many of a county's
-- people an area holds is not known (NULL) where the area is made of census tracts whose people are not loaded.
SELECT
    area_id,
    county_fips,
    area_population_share,
    county_population_share,
    method
FROM reference.shortage_area_county
UNION ALL
SELECT
    area_id,
    county_fips,
    area_population_share,
    county_population_share,
    method
FROM reference.shortage_area_mental_health_county
UNION ALL
SELECT
    area_id,
    county_fips,
    area_population_share,
    county_population_share,
    method
FROM reference.shortage_area_dental_county
ORDER BY area_id, county_fips
