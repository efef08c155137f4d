-- One row per area or population that HRSA lists as medically underserved (MUA/P), designated or proposed for withdrawal;
-- empty until its file is loaded.
SELECT
    area.underserved_area_id,
    area.underserved_area,
    area.underserved_type,
    state.state,
    area.state_name,
    area.status,
    area.imu_score
FROM reference.underserved_area AS area
LEFT JOIN state USING (state_name)
ORDER BY area.underserved_area_id
