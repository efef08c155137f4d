-- Every area belongs to a state or territory that we know.
SELECT area_id, area, state_name
FROM shortage_area
WHERE state IS NULL
