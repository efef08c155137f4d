-- Every designated area of a state with counties lies in at least one of them.
SELECT area.area_id, area.area, area.state_name
FROM shortage_area AS area
JOIN state USING (state)
ANTI JOIN shortage_area_county USING (area_id)
WHERE state.has_counties
