-- One row per language group: people with limited English in all counties of $state, most people first.
-- The margin of a sum is the root of the sum of squares; of counties with 0 people, the largest margin counts alone.
-- $state: VARCHAR postal code or NULL for all
WITH summed AS (
    SELECT
        spoken.language_group,
        sum(spoken.limited_english_group)::BIGINT AS limited_english_group,
        sqrt(
            coalesce(sum(spoken.limited_english_group_moe ** 2) FILTER (spoken.limited_english_group <> 0), 0)
            + coalesce(max(spoken.limited_english_group_moe ** 2) FILTER (spoken.limited_english_group = 0), 0)
        ) AS limited_english_group_moe,
        sum(county.population_age_5_plus) AS everyone
    FROM county
    JOIN county_language_group AS spoken USING (county_fips)
    WHERE county.state = coalesce($state, county.state)
        AND spoken.limited_english_group IS NOT NULL
    GROUP BY spoken.language_group
)

SELECT
    language_group,
    limited_english_group,
    limited_english_group_moe,
    limited_english_group / nullif(everyone, 0) AS limited_english_group_share,
    limited_english_group_moe / 1.645 > 0.3 * limited_english_group AS is_unreliable
FROM summed
ORDER BY limited_english_group DESC, language_group
