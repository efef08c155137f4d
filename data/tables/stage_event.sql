-- One row per event of a roster that reaches a stage.
SELECT
    event,
    stage
FROM (
    VALUES
        ('step_1', 'exams'),
        ('step_2_ck', 'exams'),
        ('english_test', 'exams'),
        ('ecfmg', 'certified'),
        ('clinical_start', 'experience'),
        ('applied', 'applied'),
        ('matched', 'matched'),
        ('residency_start', 'residency'),
        ('licensed', 'licensed'),
        ('practice_start', 'practising')
) AS listed (event, stage)
ORDER BY event
