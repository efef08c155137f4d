-- One row per census tract and shortage area over the tract's inside point, designated or proposed for withdrawal.
SELECT
    tract_geoid,
    area_id
FROM reference.tract_shortage_area
ORDER BY tract_geoid, area_id
