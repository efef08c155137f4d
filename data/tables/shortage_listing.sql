-- One row per discipline and state whose shortage areas are loaded: there, no area means none; elsewhere it is not known.
-- The outlines are of the whole nation; a detail file lists the states that it has rows of.
SELECT
    embedded.discipline,
    state.state
FROM (
    SELECT DISTINCT discipline
    FROM reference.shortage_area
    WHERE status IN ('designated', 'proposed_withdrawal')
) AS embedded
CROSS JOIN state
UNION
SELECT
    'mental_health' AS discipline,
    state
FROM reference.shortage_area_mental_health_state
UNION
SELECT
    'dental' AS discipline,
    state
FROM reference.shortage_area_dental_state
ORDER BY discipline, state
