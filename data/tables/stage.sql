-- One row per stage of the road to practice, in order, with the phase that it belongs to.
SELECT
    stage_number::BIGINT AS stage_number,
    stage,
    stage_label,
    phase_number::BIGINT AS phase_number,
    phase,
    phase_label
FROM (
    VALUES
        (1, 'enrolled', 'Enrolled', 1, 'preparing', 'Enrolled'),
        (2, 'exams', 'Passed a first exam', 1, 'preparing', 'Enrolled'),
        (3, 'certified', 'ECFMG certified', 2, 'eligible', 'Eligible to apply'),
        (4, 'experience', 'U.S. clinical experience', 2, 'eligible', 'Eligible to apply'),
        (5, 'applied', 'Applied to residency', 3, 'applying', 'Applied to residency'),
        (6, 'matched', 'Accepted to residency', 4, 'accepted', 'Accepted to residency'),
        (7, 'residency', 'In residency', 4, 'accepted', 'Accepted to residency'),
        (8, 'licensed', 'Licensed', 5, 'licensed', 'Licensed'),
        (9, 'practising', 'In practice', 5, 'licensed', 'Licensed'),
        (10, 'served', 'Obligation served', 5, 'licensed', 'Licensed')
) AS listed (stage_number, stage, stage_label, phase_number, phase, phase_label)
ORDER BY stage_number
