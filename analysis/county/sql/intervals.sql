-- One row per measure that rests on a sample or a model: the county's figure with its 90% interval.
-- $county_fips: VARCHAR
SELECT
    told.measure,
    told.measured,
    told.measured_low,
    told.measured_high
FROM county
CROSS JOIN LATERAL (
    VALUES
    ('poverty_share', poverty_share, poverty_low_share, poverty_high_share),
    ('median_income_usd', median_income_usd, median_income_low_usd, median_income_high_usd),
    (
        'uninsured_share', uninsured_share,
        greatest(uninsured_share - uninsured_share_moe, 0), uninsured_share + uninsured_share_moe
    ),
    (
        'limited_english_share', limited_english_share,
        greatest(limited_english_share - limited_english_share_moe, 0),
        limited_english_share + limited_english_share_moe
    ),
    (
        'age_65_plus_share', age_65_plus_share,
        greatest(age_65_plus_share - age_65_plus_share_moe, 0), age_65_plus_share + age_65_plus_share_moe
    )
) AS told (measure, measured, measured_low, measured_high)
WHERE county.county_fips = $county_fips
    AND told.measured IS NOT NULL
ORDER BY told.measure
