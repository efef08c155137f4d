-- One row per shortage area of today that continues a designation of July 2022 (Minnesota), with its figures then.
-- A national designation update lies between: the two are not comparable. Two areas of today may continue the
-- same designation: the listing proposed for withdrawal and its renewal. No row: no match that is likely enough.
SELECT
    likely.area_id,
    likely.hpsa_id,
    likely.match_basis,
    likely.match_confidence,
    before.area_2022,
    before.designation_type_2022,
    before.hpsa_score_2022,
    before.fte_short_2022,
    coalesce(
        area.hpsa_score = before.hpsa_score_2022 AND abs(area.fte_short - before.fte_short_2022) < 0.0006,
        FALSE
    ) AS has_figures_of_2022
FROM reference.shortage_area_change AS likely
LEFT JOIN shortage_area AS area USING (area_id)
LEFT JOIN shortage_area_2022 AS before USING (hpsa_id)
ORDER BY likely.area_id
