-- One row per shortage area and county it reaches into, with both shares and how they were found.
SELECT
    area_id,
    county_fips,
    area_population_share,
    county_population_share,
    method
FROM reference.shortage_area_county
ORDER BY area_id, county_fips
