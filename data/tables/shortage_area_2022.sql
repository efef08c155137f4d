-- One row per primary-care designation of July 2022 (Minnesota), facilities left out.
-- Before the national designation update: figures are not comparable with today's.
SELECT
    hpsa_id,
    state.state,
    before.area_2022,
    before.designation_type_2022,
    before.hpsa_score_2022,
    before.fte_short_2022,
    before.counties_2022
FROM reference.shortage_area_2022 AS before
LEFT JOIN state USING (state_name)
ORDER BY hpsa_id
