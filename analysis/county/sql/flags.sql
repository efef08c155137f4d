-- One row: the county's shortage flags for the disciplines without scores (Minnesota only).
-- $county_fips: VARCHAR
SELECT
    county_fips,
    tracts_2010,
    mental_health_tract_share,
    mua_tract_share,
    primary_care_components,
    mental_health_components,
    dental_components
FROM county_flag
WHERE county_fips = $county_fips
ORDER BY county_fips
