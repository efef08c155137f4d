-- One row per shortage area that HRSA lists as designated or proposed for withdrawal.
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
    (SELECT as_of_date FROM source WHERE table_name = 'shortage_area') AS as_of_date
FROM reference.shortage_area AS area
LEFT JOIN state USING (state_name)
WHERE area.status IN ('designated', 'proposed_withdrawal')
ORDER BY area.area_id
