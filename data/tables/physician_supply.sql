-- One row per source of physicians, year, county and specialty that the source counts; physicians may be parts of people
-- where one is shared out over several practices. A county that a source leaves out is not known there, not zero.
SELECT
    'own_supply' AS supply_source,
    supply_year,
    county_fips,
    specialty,
    practicing_physicians,
    physician_fte
FROM reference.physician_supply_own
UNION ALL
SELECT
    'ahrf' AS supply_source,
    supply_year,
    county_fips,
    specialty,
    practicing_physicians,
    physician_fte
FROM reference.physician_supply_ahrf
UNION ALL
SELECT
    'nppes' AS supply_source,
    supply_year,
    county_fips,
    specialty,
    practicing_physicians,
    physician_fte
FROM reference.physician_supply_nppes
UNION ALL
SELECT
    'cms_clinicians' AS supply_source,
    supply_year,
    county_fips,
    specialty,
    practicing_physicians,
    physician_fte
FROM reference.physician_supply_clinicians
UNION ALL
SELECT
    'cms_obgyn' AS supply_source,
    supply_year,
    county_fips,
    specialty,
    practicing_physicians,
    physician_fte
FROM reference.physician_supply_obgyn
UNION ALL
SELECT
    'cms_obgyn_years' AS supply_source,
    supply_year,
    county_fips,
    specialty,
    practicing_physicians,
    physician_fte
FROM reference.physician_supply_obgyn_years
ORDER BY supply_source, supply_year, county_fips, specialty
