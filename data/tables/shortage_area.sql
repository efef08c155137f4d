-- One row per shortage area that HRSA lists as designated or proposed for withdrawal: primary care from the outlines, the
-- other disciplines from the detail files that are loaded. ratio_goal is the file's own there, and 42 CFR Part 5's here.
SELECT
    area.area_id,
    area.area,
    state.state,
    area.state_name,
    area.discipline,
    area.designation_type,
    area.status,
    area.hpsa_score,
    area.fte,
    area.fte_short,
    if(area.designation_type = 'geographic', 3500, 3000)::BIGINT AS ratio_goal,
    NULL::VARCHAR AS provider_counted,
    (SELECT min(as_of_date) FROM source WHERE source_id = 'hrsa_primary_care' AND table_name = 'shortage_area')
        AS as_of_date
FROM reference.shortage_area AS area
LEFT JOIN state USING (state_name)
WHERE area.status IN ('designated', 'proposed_withdrawal')
UNION ALL
SELECT
    area.area_id,
    area.area,
    area.state,
    state.state_name,
    'mental_health' AS discipline,
    area.designation_type,
    area.status,
    area.hpsa_score,
    area.fte,
    area.fte_short,
    area.ratio_goal,
    area.provider_counted,
    (SELECT min(as_of_date) FROM source WHERE source_id = 'hrsa_mental_health') AS as_of_date
FROM reference.shortage_area_mental_health AS area
LEFT JOIN state USING (state)
UNION ALL
SELECT
    area.area_id,
    area.area,
    area.state,
    state.state_name,
    'dental' AS discipline,
    area.designation_type,
    area.status,
    area.hpsa_score,
    area.fte,
    area.fte_short,
    area.ratio_goal,
    area.provider_counted,
    (SELECT min(as_of_date) FROM source WHERE source_id = 'hrsa_dental') AS as_of_date
FROM reference.shortage_area_dental AS area
LEFT JOIN state USING (state)
ORDER BY area_id
