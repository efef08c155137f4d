-- One row per county of 2024 (Connecticut: planning region), with its figures from nine sources.
SELECT
    people.county_fips,
    people.county,
    people.state,
    people.state_name,
    place.region,
    place.is_seven_county_metro,
    people.population_2020,
    people.population_2021,
    people.population_2022,
    people.population_2023,
    people.population_2024,
    people.population_2024 AS population,
    people.population_2024 / people.population_2020 - 1 AS population_change_share,
    rucc_2013.rucc_2013,
    rucc_2023.rucc_2023,
    rural.rural_share,
    center.center_latitude,
    center.center_longitude,
    poverty.poverty_share,
    poverty.poverty_low_share,
    poverty.poverty_high_share,
    poverty.median_income_usd,
    poverty.median_income_low_usd,
    poverty.median_income_high_usd,
    vulnerability.age_65_plus_share,
    vulnerability.age_65_plus_share_moe,
    vulnerability.uninsured_share,
    vulnerability.uninsured_share_moe,
    vulnerability.no_vehicle_share,
    vulnerability.no_vehicle_share_moe,
    vulnerability.minority_share,
    vulnerability.minority_share_moe,
    vulnerability.svi,
    tongue.population_age_5_plus,
    tongue.limited_english,
    tongue.limited_english_moe,
    tongue.limited_english / nullif(tongue.population_age_5_plus, 0) AS limited_english_share,
    tongue.limited_english_moe / nullif(tongue.population_age_5_plus, 0) AS limited_english_share_moe,
    tongue.limited_english_spanish,
    tongue.limited_english_spanish_moe,
    tongue.limited_english_indo_european,
    tongue.limited_english_indo_european_moe,
    tongue.limited_english_asian_pacific,
    tongue.limited_english_asian_pacific_moe,
    tongue.limited_english_other,
    tongue.limited_english_other_moe
FROM reference.county_population_2024 AS people
LEFT JOIN reference.county_region AS place USING (county_fips)
LEFT JOIN reference.county_rucc_2013 AS rucc_2013 USING (county_fips)
LEFT JOIN reference.county_rucc_2023 AS rucc_2023 USING (county_fips)
LEFT JOIN reference.county_rural AS rural USING (county_fips)
LEFT JOIN reference.county_center AS center USING (county_fips)
LEFT JOIN reference.county_poverty AS poverty USING (county_fips)
LEFT JOIN reference.county_vulnerability AS vulnerability USING (county_fips)
LEFT JOIN reference.county_language AS tongue USING (county_fips)
ORDER BY people.county_fips
