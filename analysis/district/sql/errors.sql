-- One row per kind of district: how far two estimates of its districts lie apart, and how far their people are off.
WITH place_of AS (
    SELECT
        figure.place_level,
        figure.place_name,
        greatest(figure.whole_tracts_share, figure.shortage_population_share) > 0.001
        AND least(figure.whole_tracts_share, figure.shortage_population_share) < 0.999 AS is_in_part,
        abs(figure.whole_tracts_share - figure.shortage_population_share) AS ways_differ,
        abs(told.district_people_2020_held_out / told.district_people_2020 - 1) AS people_off
    FROM district AS told
    JOIN place_figure AS figure ON figure.place_id = told.district_kind || '-' || told.district
)

SELECT
    place_level,
    count(*) AS districts,
    count(*) FILTER (is_in_part) AS districts_in_part,
    median(ways_differ) FILTER (is_in_part) AS ways_differ_median,
    max(ways_differ) AS ways_differ_most,
    arg_max(place_name, ways_differ) AS ways_differ_place,
    median(people_off) AS people_error_median,
    max(people_off) AS people_error_most,
    arg_max(place_name, people_off) AS people_error_place
FROM place_of
GROUP BY place_level
ORDER BY place_level
