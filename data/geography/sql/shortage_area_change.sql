-- One row per area of today that continues a designation of 2022, with the one it most likely continues.
-- Tables: shortage_area, shortage_area_county (today), shortage_area_2022, county_population_2024 (names).
-- Both must be of one kind (a place, or a group of people in it) and share a county. Confidence is the
-- agreement of names times the share of today's people in counties that the designation of 2022 named:
-- the same name 1; the same words 0.9 (order, punctuation, "LI", "SA", "PC", "RSA 4" and "County" aside);
-- else 0.8 of the words in common, of all words in either, those that only name the county aside.
-- Under 0.5 is no match: a new line of counties or places, not the same area.
WITH county_2022 AS (
    SELECT
        before.hpsa_id,
        county.county_fips,
        county.county
    FROM (
        SELECT hpsa_id, state_name, unnest(string_split(counties_2022, ', ')) AS county
        FROM shortage_area_2022
    ) AS before
    JOIN county_population_2024 AS county
        ON before.state_name = county.state_name
        AND lower(before.county) = lower(county.county)
),

named AS (
    SELECT
        area_id AS id,
        area AS written,
        designation_type = 'population' AS is_group,
        state_name
    FROM shortage_area
    UNION ALL
    SELECT hpsa_id, area_2022, designation_type_2022 = 'population', state_name
    FROM shortage_area_2022
),

worded AS (
    SELECT
        *,
        list_sort(list_distinct(regexp_extract_all(
            regexp_replace(upper(written), '^LI\b|\bRSA( [0-9]+)?\b|\b(SA|PC|AREA|COUNTY|COUNTIES)\b', ' ', 'g'),
            '[A-Z0-9]+'
        ))) AS words
    FROM named
),

shared AS (
    SELECT
        link.area_id,
        county_2022.hpsa_id,
        least(sum(link.area_population_share), 1.0) AS county_share,
        flatten(list(regexp_extract_all(upper(county_2022.county), '[A-Z0-9]+'))) AS county_words
    FROM shortage_area_county AS link
    JOIN county_2022 USING (county_fips)
    GROUP BY ALL
),

candidate AS (
    SELECT
        shared.area_id,
        shared.hpsa_id,
        shared.county_share,
        today.written = earlier.written AS has_same_name,
        today.words = earlier.words AS has_same_words,
        list_filter(today.words, lambda word: NOT list_contains(shared.county_words, word)) AS words,
        list_filter(earlier.words, lambda word: NOT list_contains(shared.county_words, word)) AS words_2022
    FROM shared
    JOIN worded AS today ON shared.area_id = today.id
    JOIN worded AS earlier ON shared.hpsa_id = earlier.id
    WHERE today.is_group = earlier.is_group
        AND today.state_name = earlier.state_name
),

scored AS (
    SELECT
        area_id,
        hpsa_id,
        CASE WHEN has_same_name THEN 'name' WHEN has_same_words THEN 'same_words' ELSE 'some_words' END AS match_basis,
        round(
            county_share * CASE
                WHEN has_same_name THEN 1.0
                WHEN has_same_words THEN 0.9
                ELSE 0.8 * len(list_intersect(words, words_2022)) / greatest(len(list_distinct(words || words_2022)), 1)
            END,
            3
        ) AS match_confidence
    FROM candidate
)

SELECT
    area_id,
    hpsa_id,
    match_basis,
    match_confidence
FROM scored
WHERE match_confidence >= 0.5
QUALIFY row_number() OVER (PARTITION BY area_id ORDER BY match_confidence DESC, hpsa_id) = 1
ORDER BY area_id
