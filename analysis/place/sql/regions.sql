-- One row per region of the state; none where the state's regions are not known here.
-- $state: VARCHAR postal code or NULL for all
SELECT DISTINCT region
FROM county
WHERE state = coalesce($state, state)
    AND region IS NOT NULL
ORDER BY region
