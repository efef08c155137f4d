-- One row per origin, in the order given: supply within reach per 100,000 people who choose among places (3SFCA).
-- Relations of the call, unless others are given: origin (from care.origins), destination (from care.destinations),
-- pair (minutes between them), band (weight by minutes).
WITH weighed AS (
    SELECT
        pair.origin_number,
        pair.destination_number,
        band.weight
    FROM pair
    JOIN destination USING (destination_number)
    JOIN band ON pair.minutes > band.over_min AND pair.minutes <= band.upto_min
    WHERE destination.supply > 0
),

origin_weight AS (
    SELECT
        origin_number,
        sum(weight) AS weights
    FROM weighed
    GROUP BY origin_number
),

chosen AS (
    SELECT
        weighed.origin_number,
        weighed.destination_number,
        weighed.weight * weighed.weight / nullif(origin_weight.weights, 0) AS choice_weight
    FROM weighed
    JOIN origin_weight USING (origin_number)
),

shared AS (
    SELECT
        chosen.destination_number,
        any_value(destination.supply) / nullif(sum(chosen.choice_weight * origin.people), 0) AS supply_per_person
    FROM chosen
    JOIN origin USING (origin_number)
    JOIN destination USING (destination_number)
    GROUP BY chosen.destination_number
),

reached AS (
    SELECT
        chosen.origin_number,
        sum(chosen.choice_weight * shared.supply_per_person) AS supply_per_person,
        count(*) AS destinations
    FROM chosen
    JOIN shared USING (destination_number)
    GROUP BY chosen.origin_number
)

SELECT
    origin.origin_id,
    coalesce(reached.supply_per_person, 0) * 100000 AS supply_per_100k,
    coalesce(reached.destinations, 0) AS destinations
FROM origin
LEFT JOIN reached USING (origin_number)
ORDER BY origin.origin_number
