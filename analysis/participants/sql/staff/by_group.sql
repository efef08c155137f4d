-- One row per group of $dimension and phase: the participants of a choice who have reached the phase. For staff.
-- $dimension: VARCHAR, what participants are divided by
-- $region: VARCHAR or NULL for all, of residence;  $specialty: VARCHAR or NULL, specialty or its group
-- $origin: VARCHAR or NULL, region of origin;  $language: VARCHAR or NULL, ISO 639-3
-- $graduation: VARCHAR or NULL, band of years since graduation;  $cohort_year: BIGINT or NULL
WITH phase AS (
    SELECT DISTINCT
        phase,
        phase_label,
        phase_number
    FROM stage
),

member AS (
    SELECT
        if($dimension IN ('residence', 'origin'), link.parent_member, link.member) AS member,
        if($dimension IN ('residence', 'origin'), link.parent_label, link.member_label) AS member_label,
        phase.phase_number
    FROM chosen($region, $specialty, $origin, $language, $graduation, $cohort_year) AS picked
    JOIN participant_member AS link USING (participant_id)
    JOIN phase USING (phase)
    WHERE link.dimension = $dimension
),

everyone AS (
    SELECT
        member,
        any_value(member_label) AS member_label,
        count(*) AS participants
    FROM member
    GROUP BY member
),

reached AS (
    SELECT
        everyone.member,
        everyone.member_label,
        everyone.participants AS everyone,
        phase.phase,
        phase.phase_label,
        phase.phase_number,
        count(member.member) AS participants
    FROM everyone
    CROSS JOIN phase
    LEFT JOIN member ON member.member = everyone.member AND member.phase_number >= phase.phase_number
    GROUP BY everyone.member, everyone.member_label, everyone.participants, phase.phase, phase.phase_label, phase.phase_number
)

SELECT
    reached.member,
    reached.member_label,
    reached.phase AS step,
    reached.phase_label AS step_label,
    reached.phase_number AS step_number,
    reached.participants,
    if(reached.participants = 0, 'none', 'counted') AS participants_status,
    reached.participants / reached.everyone AS participants_share,
    roster.roster_title
FROM reached
CROSS JOIN roster
ORDER BY reached.everyone DESC, reached.member_label, reached.member, reached.phase_number
