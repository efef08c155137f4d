-- Which states are short of most physicians in designated areas, for their people?
WITH places AS (
    SELECT
        state,
        sum(population) AS people
    FROM county
    GROUP BY state
)

SELECT
    area.state_name,
    count(*) AS areas,
    median(area.hpsa_score) AS middle_score,
    round(sum(area.fte_short), 1) AS physicians_short,
    any_value(places.people) AS people,
    round(sum(area.fte_short) * 100000 / any_value(places.people), 1) AS short_per_100k
FROM shortage_area AS area
LEFT JOIN places USING (state)
WHERE area.discipline = 'primary_care'
    AND area.status = 'designated'
GROUP BY area.state_name
ORDER BY short_per_100k DESC NULLS LAST, area.state_name
