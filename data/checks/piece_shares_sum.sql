-- The pieces of a county never hold more than all of its people, in each discipline.
SELECT county_fips, discipline, sum(piece_weight) AS total_share
FROM (
    SELECT DISTINCT piece.county_fips, area.discipline, piece.piece, piece.piece_weight
    FROM shortage_area_piece AS piece
    LEFT JOIN shortage_area AS area USING (area_id)
)
GROUP BY county_fips, discipline
HAVING sum(piece_weight) > 1 + 1e-4
