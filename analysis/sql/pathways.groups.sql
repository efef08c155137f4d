-- One row per published group of participants that can be looked at along the road.
SELECT DISTINCT
    dimension,
    member,
    member_label,
    member_level,
    member_number
FROM participant_count
WHERE step_kind = 'phase'
    AND dimension NOT IN ('all', 'standing', 'obligation')
ORDER BY dimension, member_level, member_number, member_label, member
