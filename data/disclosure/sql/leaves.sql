-- One row per dimension and member of it, before small ones join others; those that everyone knows of even if empty.
WITH known AS (
    SELECT
        dimension,
        parent_member,
        parent_label,
        member,
        member_label,
        member_number
    FROM (
        VALUES
            ('standing', 'on_the_way', 'On the way', 'under_1_year', 'Under 1 year', 1),
            ('standing', 'on_the_way', 'On the way', '1_to_3_years', '1 to 3 years', 2),
            ('standing', 'on_the_way', 'On the way', '3_years_or_more', '3 years or more', 3),
            ('standing', 'ended', 'Other ends', 'alternative', 'Another health career', 4),
            ('standing', 'ended', 'Other ends', 'left', 'Left the program', 5),
            ('graduation', NULL, NULL, 'Under 10 years', 'Under 10 years', 1),
            ('graduation', NULL, NULL, '10 to 19 years', '10 to 19 years', 2),
            ('graduation', NULL, NULL, '20 years or more', '20 years or more', 3),
            ('obligation', 'none', 'None yet', 'none: all', 'None yet', 0),
            ('obligation', 'running', 'Obligation running', 'running: Not known', 'Not known', 0),
            ('obligation', 'served', 'Obligation served', 'served: Not known', 'Not known', 0)
    ) AS listed (dimension, parent_member, parent_label, member, member_label, member_number)
),

told AS (
    SELECT
        participant_id,
        dimension,
        parent_member,
        parent_label,
        member,
        member_label,
        member_number
    FROM participant_member
    UNION ALL
    SELECT
        NULL,
        known.*
    FROM known
    UNION ALL
    -- Years in which nobody enrolled, too.
    SELECT
        NULL,
        'cohort',
        NULL,
        NULL,
        span.year::VARCHAR,
        span.year::VARCHAR,
        span.year
    FROM (SELECT unnest(range(min(cohort_year), max(cohort_year) + 1)) AS year FROM participant) AS span
)

SELECT
    dimension,
    coalesce(parent_member, 'all') AS parent_member,
    any_value(parent_label) AS parent_label,
    member,
    any_value(member_label) AS member_label,
    any_value(member_number) AS member_number,
    count(DISTINCT participant_id) AS people
FROM told
GROUP BY dimension, parent_member, member
ORDER BY dimension, parent_member, member_number, member
