-- One row per Minnesota county: the regions that its agencies use.
SELECT
    place.county_fips,
    place.region,
    edr.economic_development_region,
    edr.planning_region,
    edr.rural_group,
    place.community_health_board,
    place.is_seven_county_metro
FROM reference.county_region AS place
LEFT JOIN reference.county_edr AS edr USING (county_fips)
ORDER BY place.county_fips
