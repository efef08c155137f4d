-- One row per medically underserved area and county that a part of it lies in. Counties that are not here (territories,
-- Connecticut's old ones) are left out: their areas have no county, which is not the same as none.
SELECT
    link.underserved_area_id,
    link.county_fips
FROM reference.underserved_area_county AS link
SEMI JOIN county USING (county_fips)
ORDER BY link.underserved_area_id, link.county_fips
