-- One row per area and component of it in a county of the area's own state, with the people there.
-- People of a whole county are known, and of tracts where the county's are loaded (a tract that is not among them, say
-- of 2010, has as many as the mean one of its county); elsewhere each component is given those of the mean loaded tract.
WITH loaded AS (
    SELECT
        left(tract_geoid, 5) AS county_fips,
        avg(household_population) AS mean_people,
        sum(household_population) AS county_people
    FROM tract
    GROUP BY ALL
)

SELECT DISTINCT
    component.area_id,
    component.county_fips,
    component.component_code,
    component.component_kind = 'county' AS is_county,
    county.population_2024 AS county_people,
    component.component_kind = 'county'
    OR (component.component_kind = 'tract' AND loaded.county_fips IS NOT NULL) AS is_known,
    greatest(
        CASE
            WHEN component.component_kind = 'county' THEN county.population_2024
            ELSE coalesce(
                coalesce(tract.household_population, loaded.mean_people) / loaded.county_people * county.population_2024,
                (SELECT avg(household_population) FROM tract),
                1
            )
        END,
        1
    ) AS people
FROM component
JOIN area USING (area_id)
JOIN county_population_2024 AS county ON county.county_fips = component.county_fips AND county.state = area.state
LEFT JOIN loaded ON loaded.county_fips = component.county_fips
LEFT JOIN tract ON tract.tract_geoid = component.component_code
ORDER BY component.area_id, component.county_fips, component.component_code
