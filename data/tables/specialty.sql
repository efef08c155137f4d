-- One row per specialty that a roster can name.
SELECT
    specialty,
    specialty_label,
    specialty_group,
    discipline,
    is_grant_covered,
    nucc_codes
FROM reference.specialty
ORDER BY specialty
