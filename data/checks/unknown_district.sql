-- Every tract and every district that another table names is one of `tract` and of `district`.
SELECT mention.tract_geoid, mention.district_kind, mention.district
FROM (
    SELECT tract_geoid, 'house' AS district_kind, house_district AS district FROM tract_district
    UNION ALL SELECT tract_geoid, 'senate', senate_district FROM tract_district
    UNION ALL SELECT tract_geoid, 'congress', congress_district FROM tract_district
    UNION ALL SELECT NULL, 'house', house_district FROM site_district
    UNION ALL SELECT NULL, 'congress', congress_district FROM site_district
) AS mention
LEFT JOIN district USING (district_kind, district)
LEFT JOIN tract USING (tract_geoid)
WHERE district.district IS NULL
    OR (mention.tract_geoid IS NOT NULL AND tract.tract_geoid IS NULL)
