-- Which census tracts of Minnesota have all of their people in designated areas?
-- $county_fips: VARCHAR or NULL for all
SELECT
    tract.tract_geoid,
    county.county,
    round(figure.tract_people) AS people,
    round(figure.tract_fte_short, 2) AS physicians_short
FROM tract
JOIN county USING (county_fips)
JOIN tract_figure AS figure USING (tract_geoid)
WHERE figure.tract_shortage_people >= figure.tract_people * 0.999
    AND figure.tract_people > 0
    AND tract.county_fips = coalesce($county_fips, tract.county_fips)
ORDER BY figure.tract_people DESC, tract.tract_geoid
