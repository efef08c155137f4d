-- One row per county that a shortage area reaches into, most of the area's people first.
-- $area_id: VARCHAR
SELECT
    link.county_fips,
    county.county,
    county.state,
    link.area_population_share,
    link.county_population_share
FROM shortage_area_county AS link
JOIN county USING (county_fips)
WHERE link.area_id = $area_id
ORDER BY link.area_population_share DESC, link.county_fips
