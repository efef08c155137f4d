-- Every share lies between 0 and 1 (an age or income share of 1.2 is a misread column).
SELECT county_fips, named, told
FROM (
    UNPIVOT (SELECT county_fips, COLUMNS('(poverty|uninsured|age_65_plus|no_vehicle|minority|limited_english|rural).*_share$') FROM county)
    ON COLUMNS('_share$')
    INTO NAME named VALUE told
)
WHERE told NOT BETWEEN 0 AND 1
UNION ALL
SELECT county_fips, 'area_population_share', area_population_share
FROM shortage_area_county
WHERE area_population_share NOT BETWEEN 0 AND 1 OR county_population_share NOT BETWEEN 0 AND 1
UNION ALL
SELECT county_fips, 'county_population_share', county_population_share
FROM shortage_area_piece
WHERE county_population_share NOT BETWEEN 0 AND 1
UNION ALL
SELECT county_fips, 'svi', svi
FROM county
WHERE svi NOT BETWEEN 0 AND 1
