-- One row per phase and group: participants who have come no further, those on the way, and for how long.
WITH told AS (
    SELECT
        step,
        step_number,
        if(dimension = 'all', 'furthest', member) AS member,
        if(dimension = 'all', 'No further', if(member_level = 1, 'On the way', member_label)) AS member_label,
        if(dimension = 'all', -1, if(member_level = 1, 0, member_number)) AS member_number,
        participants,
        participants_status
    FROM participant_count
    WHERE step_kind = 'phase'
        AND NOT is_reached
        AND (dimension = 'all' OR (dimension = 'standing' AND 'on_the_way' IN (member, parent_member)))
)

SELECT
    told.step,
    phase.phase_label AS step_label,
    phase.phase_number AS step_number,
    told.member,
    told.member_label,
    told.member_number::BIGINT AS member_number,
    told.participants,
    told.participants_status,
    roster.roster_title
FROM told
CROSS JOIN roster
JOIN (SELECT DISTINCT phase, phase_label, phase_number FROM stage) AS phase ON phase.phase = told.step
ORDER BY phase.phase_number, told.member_number, told.member
