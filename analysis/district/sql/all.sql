-- One row per place of $place_level, primary care; the state has one row of its own.
-- $place_level: VARCHAR, county | region | house | senate | congress | state
SELECT
    place_level,
    place_id,
    place_name,
    people_estimate,
    shortage_people_estimate,
    shortage_population_share,
    whole_tracts_share,
    fte_short,
    fte_short_proposed_withdrawal,
    proposed_alone_people_estimate,
    areas_designated,
    areas_proposed_withdrawal,
    hospitals,
    hospitals_not_placed,
    health_centers,
    limited_english_estimate,
    limited_english_share
FROM place_figure
WHERE place_level = $place_level
ORDER BY place_id
