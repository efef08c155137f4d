-- One row per primary-care shortage area and census tract in it, with the part of the area's people there.
-- An area without a tract's point is spread over the people of its county. The parts of an area sum to 1.
WITH weighed AS (
    SELECT
        link.area_id,
        link.county_fips,
        link.area_population_share,
        tract.tract_geoid,
        tract.household_population AS people,
        if(over.area_id IS NULL, 0, tract.household_population) AS people_inside
    FROM shortage_area_county AS link
    JOIN shortage_area AS area USING (area_id)
    JOIN tract USING (county_fips)
    LEFT JOIN tract_shortage_area AS over
        ON over.area_id = link.area_id AND over.tract_geoid = tract.tract_geoid
    WHERE area.discipline = 'primary_care'
),

totalled AS (
    SELECT
        *,
        sum(people) OVER (PARTITION BY area_id, county_fips) AS county_people,
        sum(people_inside) OVER (PARTITION BY area_id, county_fips) AS county_people_inside
    FROM weighed
)

SELECT
    area_id,
    tract_geoid,
    area_population_share
    * if(county_people_inside > 0, people_inside / county_people_inside, people / nullif(county_people, 0))
        AS area_tract_share
FROM totalled
WHERE if(county_people_inside > 0, people_inside, people) > 0
ORDER BY area_id, tract_geoid
