-- People of the tracts in an area are the share of the county that links and pieces give, to a ten-thousandth.
WITH county_people AS (
    SELECT county_fips, sum(household_population) AS people
    FROM tract
    GROUP BY county_fips
    HAVING sum(household_population) > 0
),

by_tract AS (
    SELECT tract.county_fips, over.area_id, sum(tract.household_population) / any_value(county_people.people) AS told
    FROM tract_shortage_area AS over
    JOIN tract USING (tract_geoid)
    JOIN county_people USING (county_fips)
    GROUP BY ALL
),

shared AS (
    SELECT
        link.county_fips,
        link.area_id,
        link.county_population_share,
        sum(piece.county_population_share) AS piece_share
    FROM shortage_area_county AS link
    JOIN county_people USING (county_fips)
    LEFT JOIN shortage_area_piece AS piece USING (county_fips, area_id)
    WHERE link.method = 'tract_population'
    GROUP BY ALL
)

SELECT county_fips, area_id, by_tract.told, shared.county_population_share, shared.piece_share
FROM by_tract
FULL JOIN shared USING (county_fips, area_id)
WHERE abs(coalesce(by_tract.told, 0) - coalesce(shared.county_population_share, 0)) > 0.0001
    OR abs(coalesce(by_tract.told, 0) - coalesce(shared.piece_share, 0)) > 0.0001
