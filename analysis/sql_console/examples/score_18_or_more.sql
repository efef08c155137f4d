-- Which primary care shortage areas have a score of 18 or more, of 25 at most?
-- $state: VARCHAR postal code or NULL for all;  $score: BIGINT, the lowest score
SELECT
    area_id,
    area,
    state,
    designation_type,
    hpsa_score,
    fte_short,
    as_of_date
FROM shortage_area
WHERE discipline = 'primary_care'
    AND status = 'designated'
    AND hpsa_score >= coalesce($score, 18)
    AND state = coalesce($state, state)
ORDER BY hpsa_score DESC, fte_short DESC, area_id
