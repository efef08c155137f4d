-- One row per primary-care area of $state that is proposed for withdrawal, the most physicians short first.
-- $state: VARCHAR postal code or NULL for all
WITH proposed AS (
    SELECT *
    FROM shortage_area
    WHERE discipline = 'primary_care'
        AND status = 'proposed_withdrawal'
        AND state = coalesce($state, state)
),

designated_piece AS (
    SELECT DISTINCT piece.county_fips, piece.piece
    FROM shortage_area_piece AS piece
    JOIN shortage_area AS other USING (area_id)
    WHERE other.discipline = 'primary_care'
        AND other.status = 'designated'
),

living AS (
    SELECT
        piece.area_id,
        sum(piece.county_population_share * county.population) AS people,
        coalesce(
            sum(piece.county_population_share * county.population) FILTER (designated_piece.piece IS NOT NULL), 0
        ) AS designated
    FROM shortage_area_piece AS piece
    JOIN county USING (county_fips)
    LEFT JOIN designated_piece
        ON designated_piece.county_fips = piece.county_fips AND designated_piece.piece = piece.piece
    GROUP BY piece.area_id
),

placed AS (
    SELECT
        link.area_id,
        string_agg(county.county, ', ' ORDER BY link.area_population_share DESC, county.county) AS counties_reached
    FROM shortage_area_county AS link
    JOIN county USING (county_fips)
    GROUP BY link.area_id
)

SELECT
    area.area_id,
    area.area,
    placed.counties_reached,
    area.designation_type,
    area.hpsa_score,
    area.fte,
    area.fte_short,
    area.ratio_goal,
    round((area.fte + area.fte_short) * area.ratio_goal)::BIGINT AS implied_population,
    area.fte / nullif(area.fte + area.fte_short, 0) AS need_met_share,
    living.designated / nullif(living.people, 0) AS designated_too_share,
    before.has_figures_of_2022,
    before.hpsa_score_2022,
    before.fte_short_2022,
    before.match_confidence
FROM proposed AS area
LEFT JOIN placed USING (area_id)
LEFT JOIN living USING (area_id)
LEFT JOIN shortage_area_change AS before USING (area_id)
ORDER BY area.fte_short DESC, area.area_id
