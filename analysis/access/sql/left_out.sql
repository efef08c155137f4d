-- One row per state of $state: places of the supply, and how many have no location or supply that is known.
-- $supply: VARCHAR, hospital_beds | critical_access_beds | hospital_sites | critical_access_sites | health_center_sites
-- | physicians.<source>.<specialty>
-- $state: VARCHAR postal code or NULL for all
SELECT
    state,
    count(*) AS sites,
    count(*) FILTER (latitude IS NULL OR supply IS NULL) AS sites_left_out
FROM supply_site
WHERE supply_kind = $supply
    AND state = coalesce($state, state)
GROUP BY state
ORDER BY state
