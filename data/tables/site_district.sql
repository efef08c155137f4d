-- One row per place in Minnesota where a hospital or health center stands, with its districts.
SELECT
    latitude,
    longitude,
    house_district,
    left(house_district, -1) AS senate_district,
    congress_district
FROM reference.site_district
ORDER BY latitude, longitude
