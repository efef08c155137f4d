-- One row per area that was gained, lost or changed, or whose match is not certain, with its figures before and after.
-- Tables: before_area, after_area, pair (by pair.sql). Areas of the same name left over on both sides are not certain.
WITH paired AS (
    SELECT
        earlier,
        later,
        pair.match_basis
    FROM pair
    JOIN before_area AS earlier ON earlier.area_id = pair.id_before
    JOIN after_area AS later ON later.area_id = pair.id_after
),

unpaired AS (
    SELECT
        earlier,
        NULL AS later,
        earlier.discipline,
        earlier.state_name,
        lower(regexp_replace(trim(earlier.area), '\s+', ' ', 'g')) AS name
    FROM before_area AS earlier
    WHERE earlier.area_id NOT IN (SELECT id_before FROM pair)
    UNION ALL
    SELECT
        NULL,
        later,
        later.discipline,
        later.state_name,
        lower(regexp_replace(trim(later.area), '\s+', ' ', 'g'))
    FROM after_area AS later
    WHERE later.area_id NOT IN (SELECT id_after FROM pair)
),

both_sides AS (
    SELECT discipline, state_name, name
    FROM unpaired
    GROUP BY ALL
    HAVING count(earlier) > 0 AND count(later) > 0
),

every AS (
    SELECT
        'changed' AS change,
        match_basis,
        earlier,
        later
    FROM paired
    UNION ALL
    SELECT
        CASE
            WHEN both_sides.name IS NOT NULL THEN 'not certain'
            WHEN unpaired.earlier IS NULL THEN 'gained'
            ELSE 'lost'
        END,
        NULL,
        unpaired.earlier,
        unpaired.later
    FROM unpaired
    LEFT JOIN both_sides USING (discipline, state_name, name)
),

told AS (
    SELECT
        *,
        if(
            change = 'changed',
            concat_ws(
                ', ',
                if(earlier.area IS DISTINCT FROM later.area, 'name', NULL),
                if(earlier.status IS DISTINCT FROM later.status, 'status', NULL),
                if(earlier.designation_type IS DISTINCT FROM later.designation_type, 'type', NULL),
                if(earlier.hpsa_score IS DISTINCT FROM later.hpsa_score, 'score', NULL),
                if(round(earlier.fte, 3) IS DISTINCT FROM round(later.fte, 3), 'FTE there', NULL),
                if(round(earlier.fte_short, 3) IS DISTINCT FROM round(later.fte_short, 3), 'FTE short', NULL)
            ),
            NULL
        ) AS what
    FROM every
)

SELECT
    coalesce(later.discipline, earlier.discipline) AS discipline,
    coalesce(later.state_name, earlier.state_name) AS state_name,
    coalesce(later.area, earlier.area) AS area,
    change,
    what,
    match_basis,
    earlier.area_id AS area_id_before,
    later.area_id AS area_id_after,
    earlier.area AS area_before,
    earlier.status AS status_before,
    later.status AS status_after,
    earlier.designation_type AS type_before,
    later.designation_type AS type_after,
    earlier.hpsa_score AS score_before,
    later.hpsa_score AS score_after,
    earlier.fte AS fte_before,
    later.fte AS fte_after,
    earlier.fte_short AS fte_short_before,
    later.fte_short AS fte_short_after
FROM told
WHERE change <> 'changed' OR what <> ''
ORDER BY discipline, state_name, area, change, area_id_before, area_id_after
