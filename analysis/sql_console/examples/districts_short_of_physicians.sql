-- Which House districts of Minnesota are short of most physicians?
SELECT
    place_name,
    round(people_estimate) AS people,
    round(fte_short, 1) AS physicians_short,
    round(shortage_population_share, 3) AS share_in_shortage,
    hospitals,
    health_centers
FROM place_figure
WHERE place_level = 'house'
ORDER BY fte_short DESC, place_name
