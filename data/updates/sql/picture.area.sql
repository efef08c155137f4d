-- One row per area of a database: its figures as HRSA gives them.
SELECT
    area_id,
    area,
    state_name,
    discipline,
    designation_type,
    status,
    hpsa_score,
    fte,
    fte_short
FROM shortage_area
ORDER BY area_id
