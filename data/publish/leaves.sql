-- One row per dimension and member of it that anyone belongs to, before small ones join others.
SELECT
    dimension,
    coalesce(parent_member, 'all') AS parent_member,
    any_value(parent_label) AS parent_label,
    member,
    any_value(member_label) AS member_label,
    any_value(member_number) AS member_number,
    count(DISTINCT participant_id) AS people
FROM participant_member
GROUP BY dimension, parent_member, member
ORDER BY dimension, parent_member, member_number, member
