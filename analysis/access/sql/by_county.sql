-- One row per county, the least supply within reach (or the dearest care) first: means of its tracts by people.
-- Relations of the call: found (one method's answer by tract; from care.origins, care.destinations).
SELECT
    county.county_fips,
    any_value(county.county) AS county,
    sum(tract.household_population)::BIGINT AS household_population,
    sum(tract.household_population * found.supply_per_100k) / nullif(sum(tract.household_population), 0)
        AS supply_per_100k,
    sum(tract.household_population * found.raam_cost)
        / nullif(sum(tract.household_population) FILTER (found.raam_cost IS NOT NULL), 0) AS raam_cost,
    coalesce(sum(tract.household_population) FILTER (coalesce(found.destinations, 0) = 0), 0)::BIGINT
        AS unreached_people
FROM tract
JOIN county USING (county_fips)
LEFT JOIN found ON found.origin_id = tract.tract_geoid
GROUP BY county.county_fips
ORDER BY supply_per_100k, raam_cost DESC NULLS LAST, county.county_fips
