-- One row per area of before and the one of after that it continues, by one basis, of those not paired yet.
-- Tables: before_area, after_area, pair. Both must be the only one of their kind: two alike are left unpaired.
-- $basis: VARCHAR, id | name, type and status | name and type | name
WITH keyed AS (
    SELECT
        *,
        CASE $basis
            WHEN 'id' THEN area_id
            ELSE concat_ws(
                '|',
                state_name,
                lower(regexp_replace(trim(area), '\s+', ' ', 'g')),
                if($basis IN ('name, type and status', 'name and type'), designation_type, ''),
                if($basis = 'name, type and status', status, '')
            )
        END AS key
    FROM (
        SELECT *, TRUE AS is_before FROM before_area WHERE area_id NOT IN (SELECT id_before FROM pair)
        UNION ALL
        SELECT *, FALSE AS is_before FROM after_area WHERE area_id NOT IN (SELECT id_after FROM pair)
    )
),

alone AS (
    SELECT *
    FROM keyed
    QUALIFY count(*) OVER (PARTITION BY is_before, discipline, key) = 1
)

SELECT
    earlier.area_id AS id_before,
    later.area_id AS id_after,
    $basis AS match_basis
FROM alone AS earlier
JOIN alone AS later USING (discipline, key)
WHERE earlier.is_before
    AND NOT later.is_before
ORDER BY id_before
