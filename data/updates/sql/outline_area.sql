-- One row per outline of an area in use: the outline's id and the area's. Tables: used, outlined.
-- The same name, state and figures; of areas that are alike in all of them, the first with the first.
WITH every AS (
    SELECT area_id, state_name, area, designation_type, status, hpsa_score, fte, fte_short, TRUE AS is_used
    FROM used
    UNION ALL
    SELECT area_id, state_name, area, designation_type, status, hpsa_score, fte, fte_short, FALSE
    FROM outlined
),

named AS (
    SELECT
        area_id,
        is_used,
        hash(state_name, area, designation_type, status, hpsa_score, round(fte, 3), round(fte_short, 3)) AS figures,
        row_number() OVER (PARTITION BY is_used, figures ORDER BY area_id) AS place
    FROM every
)

SELECT
    outline.area_id AS outline_id,
    area.area_id
FROM named AS outline
JOIN named AS area USING (figures, place)
WHERE area.is_used
    AND NOT outline.is_used
ORDER BY outline_id
