-- One row per count of participants that may leave: of a member of one dimension, at one step of the road.
SELECT
    dimension,
    member,
    member_label,
    parent_member,
    member_level,
    member_number,
    step,
    step_number,
    step_kind,
    is_reached,
    participants,
    participants_status
FROM reference.protected_count
ORDER BY dimension, member_level, member_number, member, step_kind, is_reached, step_number
