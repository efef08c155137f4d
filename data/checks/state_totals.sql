-- The counties of each state sum to HRSA's total for it, to a millionth of an FTE.
WITH hrsa AS (
    SELECT state, discipline, status, sum(fte_short) AS fte_short, count(*) AS areas
    FROM shortage_area
    JOIN state USING (state)
    WHERE state.has_counties
    GROUP BY ALL
),

shared AS (
    SELECT coalesce(county.state, area.state) AS state, area.discipline, area.status, sum(area.fte_short * link.area_population_share) AS fte_short
    FROM shortage_area AS area
    JOIN shortage_area_county AS link USING (area_id)
    LEFT JOIN county USING (county_fips)
    GROUP BY ALL
)

SELECT hrsa.state, hrsa.status, hrsa.fte_short, shared.fte_short AS fte_short_shared
FROM hrsa
LEFT JOIN shared USING (state, discipline, status)
WHERE abs(hrsa.fte_short - coalesce(shared.fte_short, 0)) > 1e-6
