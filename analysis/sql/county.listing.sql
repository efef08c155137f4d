-- One row per county: what the choices of place are made of.
SELECT
    county.county_fips,
    county.county,
    county.state,
    county.state_name,
    county.region,
    county.is_seven_county_metro,
    county.rucc_2023
FROM county
ORDER BY county.state_name, county.county, county.county_fips
