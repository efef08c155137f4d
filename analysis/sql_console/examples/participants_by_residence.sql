-- How many participants living in each place have come how far, and which counts are withheld?
SELECT
    member_label,
    step,
    participants,
    participants_status
FROM participant_count
WHERE dimension = 'residence'
ORDER BY member_number, member_label, step_number
