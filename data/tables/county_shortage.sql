-- One row per county, discipline, status choice and type choice with at least one area there.
-- Status choice 'both' adds designated and proposed for withdrawal; type choice 'all' adds types, and 'everyone'
-- the two geographic ones, which are for everyone there. The share of people is not known (NULL) where a piece's is not,
-- unless an area takes in the whole county. What HRSA asks for in mental health (30,000 people for each psychiatrist) is
-- not what it counts the shortage by (20,000), so no people are implied there.
WITH chosen AS (
    SELECT
        area.*,
        by_status.status_choice,
        by_type.type_choice
    FROM shortage_area AS area
    JOIN (
        VALUES
        ('designated', 'designated'),
        ('proposed_withdrawal', 'proposed_withdrawal'),
        ('both', 'designated'),
        ('both', 'proposed_withdrawal')
    ) AS by_status (status_choice, status) USING (status)
    JOIN (
        VALUES
        ('all', 'geographic'), ('all', 'high_needs'), ('all', 'population'),
        ('everyone', 'geographic'), ('everyone', 'high_needs'),
        ('geographic', 'geographic'), ('high_needs', 'high_needs'), ('population', 'population')
    ) AS by_type (type_choice, designation_type) USING (designation_type)
),

shared AS (
    SELECT
        link.county_fips,
        chosen.discipline,
        chosen.status_choice,
        chosen.type_choice,
        count(*) AS areas,
        sum(chosen.fte_short * link.area_population_share) AS fte_short,
        sum(chosen.fte * link.area_population_share) AS fte_counted,
        sum(
            if(
                chosen.discipline = 'mental_health',
                NULL,
                (chosen.fte + chosen.fte_short) * chosen.ratio_goal * link.area_population_share
            )
        ) AS implied_people,
        max(chosen.hpsa_score) AS hpsa_score_max,
        coalesce(max(link.county_population_share), 0) >= 1 AS has_whole_county
    FROM chosen
    JOIN shortage_area_county AS link USING (area_id)
    GROUP BY ALL
),

piece AS (
    SELECT DISTINCT
        piece.county_fips,
        chosen.discipline,
        chosen.status_choice,
        chosen.type_choice,
        piece.piece,
        piece.county_population_share
    FROM chosen
    JOIN shortage_area_piece AS piece USING (area_id)
),

covered AS (
    SELECT
        county_fips,
        discipline,
        status_choice,
        type_choice,
        least(sum(county_population_share), 1.0) AS shortage_population_share,
        bool_and(county_population_share IS NOT NULL) AS is_known
    FROM piece
    GROUP BY ALL
)

SELECT
    county_fips,
    discipline,
    status_choice,
    type_choice,
    shared.areas,
    shared.fte_short,
    shared.fte_counted,
    shared.implied_people,
    shared.hpsa_score_max,
    if(
        coalesce(covered.is_known, TRUE),
        coalesce(covered.shortage_population_share, 0),
        if(shared.has_whole_county, 1, NULL)
    ) AS shortage_population_share
FROM shared
LEFT JOIN covered USING (county_fips, discipline, status_choice, type_choice)
ORDER BY county_fips, discipline, status_choice, type_choice
