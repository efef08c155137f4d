-- Every area is of a state that is listed for its discipline, or its figures would not be shown.
SELECT area.area_id, area.discipline, area.state
FROM shortage_area AS area
ANTI JOIN shortage_listing AS listed ON listed.discipline = area.discipline AND listed.state = area.state
WHERE area.state IS NOT NULL
