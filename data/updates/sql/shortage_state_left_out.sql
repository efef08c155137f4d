-- One row per state whose areas cannot all be used: one names no county of the state that we have, or has no figures.
SELECT
    area.state,
    count(*) AS areas
FROM area
WHERE area.fte_short IS NULL
    OR area.hpsa_score IS NULL
    OR (
        area.state IN (SELECT state FROM county_population_2024)
        AND area.area_id NOT IN (
            SELECT component.area_id
            FROM component
            JOIN county_population_2024 AS county USING (county_fips)
            JOIN area AS own ON own.area_id = component.area_id AND own.state = county.state
        )
    )
GROUP BY area.state
ORDER BY area.state
