-- Every county code in another table is one of `county`.
SELECT mention.table_name, mention.county_fips
FROM (
    SELECT 'county_region' AS table_name, county_fips FROM county_region
    UNION ALL SELECT 'county_flag', county_fips FROM county_flag
    UNION ALL SELECT 'county_rural_class', county_fips FROM county_rural_class
    UNION ALL SELECT 'county_shortage', county_fips FROM county_shortage
    UNION ALL SELECT 'shortage_area_county', county_fips FROM shortage_area_county
    UNION ALL SELECT 'shortage_area_piece', county_fips FROM shortage_area_piece
    UNION ALL SELECT 'tract', county_fips FROM tract
    UNION ALL SELECT 'hospital', county_fips FROM hospital WHERE county_fips IS NOT NULL
    UNION ALL SELECT 'health_center', county_fips FROM health_center WHERE county_fips IS NOT NULL
) AS mention
ANTI JOIN county USING (county_fips)
