-- One row: the figures of one place of Minnesota, primary care.
-- $place_id: VARCHAR, such as house-12A, senate-12, congress-7, county-27165, region-metro or state-MN
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
WHERE place_id = $place_id
