-- In which counties do more than 3% speak English not well or not at all, where physicians are short?
-- $state: VARCHAR postal code;  $share: DOUBLE, 0.03 is 3%
SELECT
    county.county_fips,
    county.county,
    county.limited_english,
    county.limited_english_moe,
    county.limited_english_share,
    county.limited_english_share_moe,
    round(shortage.fte_short, 1) AS physicians_short
FROM county
JOIN county_shortage AS shortage USING (county_fips)
WHERE county.state = coalesce($state, 'MN')
    AND county.limited_english_share > coalesce($share, 0.03)
    AND shortage.discipline = 'primary_care'
    AND shortage.status_choice = 'designated'
    AND shortage.type_choice = 'all'
    AND shortage.fte_short > 0
ORDER BY county.limited_english_share DESC, county.county_fips
