-- One row per area and county, with the area's people there of all its people; of the county's, where that can be known.
WITH reached AS (
    SELECT
        area_id,
        county_fips,
        any_value(county_people) AS county_people,
        bool_or(is_county) AS is_whole,
        bool_or(is_county) OR bool_and(is_known) AS is_known,
        if(bool_or(is_county), any_value(county_people), least(sum(people), any_value(county_people))) AS people
    FROM shortage_component
    GROUP BY ALL
)

SELECT
    area_id,
    county_fips,
    round(people / sum(people) OVER (PARTITION BY area_id), 9) AS area_population_share,
    if(is_known, round(people / county_people, 6), NULL) AS county_population_share,
    if(bool_and(is_known) OVER (PARTITION BY area_id), 'component_people', 'component_count') AS method
FROM reached
ORDER BY area_id, county_fips
