-- One row per county and rural definition: the class it falls in. Definitions are never mixed.
SELECT county_fips, 'rucc_metro' AS rural_definition, if(rucc_2023 <= 3, 'metro', 'nonmetro') AS rural_class
FROM reference.county_rucc_2023
WHERE rucc_2023 IS NOT NULL
UNION ALL
SELECT county_fips, 'rucc_code' AS rural_definition, rucc_2023::VARCHAR AS rural_class
FROM reference.county_rucc_2023
WHERE rucc_2023 IS NOT NULL
UNION ALL
SELECT county_fips, 'seven_county' AS rural_definition, if(is_seven_county_metro, 'seven_county_metro', 'greater_minnesota')
FROM reference.county_region
ORDER BY county_fips, rural_definition
