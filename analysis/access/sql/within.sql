-- One row per group of tracts, the longest way first: minutes to the nearest, and people within 15, 30 and 60 minutes.
-- Relations of the call: nearest (minutes by tract; from care.origins, care.destinations).
-- $kind: VARCHAR, hospital_min | critical_access_min | health_center_min
-- $grouping: VARCHAR, state | region | county | seven_county | rucc_metro | rucc_code
WITH place AS (
    SELECT
        CASE $grouping
            WHEN 'state' THEN county.state_name
            WHEN 'region' THEN county.region
            WHEN 'county' THEN county.county
            ELSE rural.rural_class
        END AS group_name,
        tract.household_population AS people,
        CASE $kind
            WHEN 'hospital_min' THEN nearest.hospital_min
            WHEN 'critical_access_min' THEN nearest.critical_access_min
            WHEN 'health_center_min' THEN nearest.health_center_min
        END AS minutes
    FROM tract
    JOIN county USING (county_fips)
    LEFT JOIN nearest USING (tract_geoid)
    LEFT JOIN county_rural_class AS rural
        ON rural.county_fips = tract.county_fips AND rural.rural_definition = $grouping
)

SELECT
    group_name,
    sum(people)::BIGINT AS household_population,
    sum(people * minutes) / nullif(sum(people) FILTER (minutes IS NOT NULL), 0) AS nearest_mean_min,
    coalesce(sum(people) FILTER (minutes <= 15), 0) / nullif(sum(people), 0) AS within_15_share,
    coalesce(sum(people) FILTER (minutes <= 30), 0) / nullif(sum(people), 0) AS within_30_share,
    coalesce(sum(people) FILTER (minutes <= 60), 0) / nullif(sum(people), 0) AS within_60_share,
    coalesce(sum(people) FILTER (minutes > 15 AND minutes <= 30), 0) / nullif(sum(people), 0) AS from_15_to_30_share,
    coalesce(sum(people) FILTER (minutes > 30 AND minutes <= 45), 0) / nullif(sum(people), 0) AS from_30_to_45_share,
    coalesce(sum(people) FILTER (minutes > 45 AND minutes <= 60), 0) / nullif(sum(people), 0) AS from_45_to_60_share,
    coalesce(sum(people) FILTER (minutes > 60), 0) / nullif(sum(people), 0) AS beyond_60_share,
    coalesce(sum(people) FILTER (minutes <= 30), 0)::BIGINT AS within_30_people,
    coalesce(sum(people) FILTER (minutes > 60), 0)::BIGINT AS beyond_60_people,
    coalesce(sum(people) FILTER (minutes IS NULL), 0)::BIGINT AS way_unknown_people
FROM place
WHERE group_name IS NOT NULL
GROUP BY group_name
ORDER BY nearest_mean_min DESC NULLS LAST, group_name
