-- One row per source that counts physicians and is loaded.
WITH told AS (
    SELECT DISTINCT
        source_id,
        title,
        as_of_date,
        as_of_label
    FROM source
)

SELECT
    physician_supply.supply_source,
    any_value(told.title) AS title,
    any_value(told.as_of_label) AS as_of_label,
    any_value(told.as_of_date) AS as_of_date,
    min(physician_supply.supply_year) AS first_supply_year,
    max(physician_supply.supply_year) AS last_supply_year,
    count(DISTINCT physician_supply.supply_year) AS supply_years,
    count(DISTINCT physician_supply.specialty) AS specialties,
    count(DISTINCT physician_supply.county_fips) AS counties_counted
FROM physician_supply
LEFT JOIN told ON told.source_id = physician_supply.supply_source
WHERE physician_supply.practicing_physicians IS NOT NULL
GROUP BY physician_supply.supply_source
ORDER BY physician_supply.supply_source
