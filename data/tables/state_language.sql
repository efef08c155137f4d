-- One row per state and language or group of languages spoken at home (2018; Minnesota, Wisconsin and Iowa).
SELECT
    state_fips,
    survey_year,
    language,
    coalesce(language_codes, '') AS language_codes,
    coalesce(language_note, '') AS language_note,
    speakers,
    speakers_moe,
    english_less_than_very_well,
    english_less_than_very_well_moe
FROM reference.state_language
ORDER BY state_fips, language
