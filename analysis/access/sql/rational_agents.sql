-- One row per origin, in the order given: what care costs in travel and crowding when all choose for themselves (RAAM).
-- Relations of the call, unless others are given: origin (from care.origins), destination (from care.destinations),
-- pair (minutes between them), cost (of each origin).
WITH reached AS (
    SELECT
        pair.origin_number,
        count(*) AS destinations
    FROM pair
    JOIN destination USING (destination_number)
    WHERE destination.supply > 0
    GROUP BY pair.origin_number
)

SELECT
    origin.origin_id,
    cost.raam_cost,
    coalesce(reached.destinations, 0) AS destinations
FROM origin
LEFT JOIN cost USING (origin_number)
LEFT JOIN reached USING (origin_number)
ORDER BY origin.origin_number
