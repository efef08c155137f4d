-- One row per place of Minnesota to choose: counties, MDH regions, legislative districts of the 2022 plan.
SELECT
    place_level,
    place_id,
    place_name
FROM place_list
WHERE place_level <> 'state'
ORDER BY place_level, place_id
