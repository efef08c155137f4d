-- One row per Minnesota county: shortage flags for disciplines whose scores and FTE are not to be had.
SELECT
    county_fips,
    tracts_2010,
    mental_health_tract_share,
    mua_tract_share,
    primary_care_components,
    mental_health_components,
    dental_components
FROM reference.county_flag
ORDER BY county_fips
