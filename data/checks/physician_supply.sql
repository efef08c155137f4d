-- A source counts the physicians of a county, specialty and year once, and no fewer than none.
SELECT
    supply_source,
    supply_year,
    county_fips,
    specialty,
    count(*) AS counted
FROM physician_supply
GROUP BY supply_source, supply_year, county_fips, specialty
HAVING count(*) > 1
    OR min(practicing_physicians) < 0
    OR min(physician_fte) < 0
    OR supply_year IS NULL
