-- Every tract in a shortage area is one of `tract`, and every area over it one of `shortage_area`.
SELECT over.tract_geoid, over.area_id
FROM tract_shortage_area AS over
LEFT JOIN tract USING (tract_geoid)
LEFT JOIN shortage_area USING (area_id)
WHERE tract.tract_geoid IS NULL OR shortage_area.area_id IS NULL
