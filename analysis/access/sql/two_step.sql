-- One row per origin, in the order given: supply within reach per 100,000 people who compete for it (2SFCA).
-- Relations of the call, unless others are given: origin (from care.origins), destination (from care.destinations),
-- pair (minutes between them).
-- $cutoff_min: DOUBLE, minutes
WITH within AS (
    SELECT
        pair.origin_number,
        pair.destination_number
    FROM pair
    JOIN destination USING (destination_number)
    WHERE pair.minutes <= $cutoff_min
        AND destination.supply > 0
),

shared AS (
    SELECT
        within.destination_number,
        any_value(destination.supply) / nullif(sum(origin.people), 0) AS supply_per_person
    FROM within
    JOIN origin USING (origin_number)
    JOIN destination USING (destination_number)
    GROUP BY within.destination_number
),

reached AS (
    SELECT
        within.origin_number,
        sum(shared.supply_per_person) AS supply_per_person,
        count(*) AS destinations
    FROM within
    JOIN shared USING (destination_number)
    GROUP BY within.origin_number
)

SELECT
    origin.origin_id,
    coalesce(reached.supply_per_person, 0) * 100000 AS supply_per_100k,
    coalesce(reached.destinations, 0) AS destinations
FROM origin
LEFT JOIN reached USING (origin_number)
ORDER BY origin.origin_number
