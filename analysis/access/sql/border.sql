-- One row per county whose answer changes when neither care nor people across the state line count, the most first.
-- Relations of the call: found (one method's answer by tract; from care.origins, care.destinations), and closed (the
-- same for the state alone).
WITH mean AS (
    SELECT
        tract.county_fips,
        sum(tract.household_population)::BIGINT AS household_population,
        sum(tract.household_population * found.supply_per_100k) / nullif(sum(tract.household_population), 0)
            AS supply_per_100k,
        sum(tract.household_population * closed.supply_per_100k) / nullif(sum(tract.household_population), 0)
            AS supply_per_100k_closed
    FROM tract
    JOIN found ON found.origin_id = tract.tract_geoid
    JOIN closed ON closed.origin_id = tract.tract_geoid
    GROUP BY tract.county_fips
),

changed AS (
    SELECT
        *,
        supply_per_100k_closed - supply_per_100k AS supply_per_100k_change,
        abs(supply_per_100k_closed - supply_per_100k) AS size
    FROM mean
)

SELECT
    changed.county_fips,
    county.county,
    changed.household_population,
    changed.supply_per_100k,
    changed.supply_per_100k_closed,
    changed.supply_per_100k_change
FROM changed
JOIN county USING (county_fips)
WHERE changed.size >= 0.05
ORDER BY changed.size DESC, changed.county_fips
