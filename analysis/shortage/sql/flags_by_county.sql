-- One row per county of the selection that has flags (Minnesota's): shortage flags without scores or FTE.
-- $state: VARCHAR postal code or NULL for all;  $region: VARCHAR or NULL for all
-- $rural_definition: VARCHAR, seven_county | rucc_metro | rucc_code;  $rural_class: VARCHAR or NULL for all
SELECT
    county.county_fips,
    county.county,
    county.state,
    county.region,
    county.population,
    flag.tracts_2010,
    flag.mental_health_tract_share,
    flag.mua_tract_share,
    flag.primary_care_components,
    flag.mental_health_components,
    flag.dental_components
FROM county_flag AS flag
JOIN county USING (county_fips)
LEFT JOIN county_rural_class AS rural
    ON rural.county_fips = county.county_fips AND rural.rural_definition = $rural_definition
WHERE county.state = coalesce($state, county.state)
    AND ($region IS NULL OR county.region = $region)
    AND ($rural_class IS NULL OR rural.rural_class = $rural_class)
ORDER BY county.county_fips
