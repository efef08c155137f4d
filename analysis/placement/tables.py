"""What do the exhibits of placement show, as rows that a reader can take along?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.placement import cohort, outcomes, sentences, worth
from analysis.placement.cohort import Group
from analysis.placement.outcomes import NextBest, Outcome
from analysis.placement.worth import Plan
from analysis.wording import numbers

COLUMNS = ("physician_group", "placement_reason", "next_best_area", "next_best_loss_fte", "fte_counted_each")
COLUMNS += ("fte_to_target_after", "placement_region", "physicians_placed", "fte_closed", "region_closed_share")
COLUMNS += ("chosen_share", "placement_assumed", *outcomes.COLUMNS)
EVERYWHERE = "All areas"


def listed(
    places: pd.DataFrame, groups: Sequence[Group], plan: Plan, outcome: Outcome, beside: NextBest
) -> pd.DataFrame:
    """The placements, one a physician; those of the largest loss first.

    Returns one row per physician placed: physician_group, area_id, area, county, placement_region, fte_counted_each,
    fte_to_target (FTE, before), hpsa_score, next_best_area, next_best_loss_fte (FTE; missing for who
    cannot be spared or is sent by hand), placement_reason. No rows if nobody is placed.
    """
    who = worth.members(groups, plan)
    names, regions = places["area"].tolist(), worth.regions(places)
    counted = worth.counted(places, worth.speakers(groups, plan), outcome.areas)
    rows = []
    for n in np.lexsort((counted, outcome.areas, who)).tolist():
        group, place, other = int(who[n]), int(outcome.areas[n]), int(beside.areas[n])
        if place < 0:
            continue
        told_next = sentences.next_told(names, beside, n)
        rows.append(
            {
                "physician_group": cohort.cohort_sentence(groups[group]),
                "area_id": places["area_id"].iloc[place],
                "area": names[place],
                "county": places["county"].iloc[place],
                "placement_region": regions[place],
                "fte_counted_each": worth.effect(groups[group], plan),
                "fte_to_target": float(places["fte_to_target"].iloc[place]),
                "hpsa_score": places["hpsa_score"].iloc[place],
                "next_best_area": names[other] if other >= 0 else None,
                "next_best_loss_fte": float(beside.losses[n]),
                "placement_reason": sentences.reason(places, groups[group], place, told_next, counted[n]),
            }
        )
    columns = [
        "physician_group", "area_id", "area", "county", "placement_region", "fte_counted_each", "fte_to_target",
        "hpsa_score", "next_best_area", "next_best_loss_fte", "placement_reason",
    ]  # fmt: skip
    found = pd.DataFrame(rows, columns=columns)
    found = found.sort_values(["next_best_loss_fte", "area"], ascending=[False, True], ignore_index=True)
    return found.assign(next_best_loss_fte=found["next_best_loss_fte"].replace(np.inf, np.nan))


def often(rows: pd.DataFrame, places: pd.DataFrame, shares: np.ndarray) -> pd.DataFrame:
    """The same rows with chosen_share (0-1): in how many draws of the weights the area got anybody."""
    position = {area_id: n for n, area_id in enumerate(places["area_id"])}
    return rows.assign(chosen_share=shares[[position[area_id] for area_id in rows["area_id"]]])


def told(rows: pd.DataFrame) -> pd.DataFrame:
    """The list as the page has it: who, the area's county, why, and how often it was chosen if that was drawn."""
    found = {"Physician": rows["physician_group"], "County": rows["county"], "Why there": rows["placement_reason"]}
    if "chosen_share" in rows:
        found["Chosen in draws"] = [numbers.percent(share) for share in rows["chosen_share"]]
    return pd.DataFrame(found)


def counties(sharing: pd.DataFrame, places: pd.DataFrame, outcome: Outcome) -> pd.DataFrame:
    """What each county is short of the target before and after, areas shared out to counties by people.

    Returns one row per county: county_fips, county, state, region, population (people), fte_to_target,
    fte_to_target_after (FTE).
    """
    position = {area: n for n, area in enumerate(places["area_id"])}
    area = np.array([position.get(name, -1) for name in sharing["area_id"]])
    share = np.where(area >= 0, sharing["area_population_share"].fillna(0).to_numpy(float), 0)
    _, firsts, codes = np.unique(sharing["county_fips"], return_index=True, return_inverse=True)
    before = places["fte_to_target"].to_numpy(float)
    named = sharing[["county_fips", "county", "state", "region", "population"]].iloc[firsts]
    return named.reset_index(drop=True).assign(
        fte_to_target=np.bincount(codes, share * before[area], len(firsts)),
        fte_to_target_after=np.bincount(codes, share * (before - outcome.closed)[area], len(firsts)),
    )


def by_region(places: pd.DataFrame, outcome: Outcome) -> pd.DataFrame:
    """What each region is short of the target before and after, the most first.

    Returns one row per region: placement_region, physicians_placed, fte_to_target, fte_to_target_after, fte_closed
    (FTE), region_closed_share (0-1, missing where nothing is short).
    """
    codes = np.array([outcome.regions.index(region) for region in worth.regions(places)])
    count = len(outcome.regions)
    before = np.bincount(codes, places["fte_to_target"].to_numpy(float), count)
    closed = np.bincount(codes, outcome.closed, count)
    placed = outcome.areas[outcome.areas >= 0]
    shares = np.divide(closed, before, out=np.full(count, np.nan), where=before > 0)
    found = pd.DataFrame(
        {
            "placement_region": list(outcome.regions),
            "physicians_placed": np.bincount(codes[placed], minlength=count),
            "fte_to_target": before,
            "fte_to_target_after": before - closed,
            "fte_closed": closed,
            "region_closed_share": shares,
        }
    )
    return found.sort_values(["fte_to_target", "placement_region"], ascending=[False, True], ignore_index=True)


def least(shares: np.ndarray) -> float:
    """The share of the region that gets the least of its need, 0 to 1; missing (NaN) where no region is short."""
    known = shares[~np.isnan(shares)]
    return float(known.min()) if len(known) else float("nan")


def choices(places: pd.DataFrame) -> list[str]:
    """All areas, then each county, then each area with its county, as a reader chooses from them."""
    return [EVERYWHERE, *sorted(set(_counties(places))), *sorted(set(_areas(places)))]


def going(rows: pd.DataFrame, places: pd.DataFrame, where: str) -> pd.DataFrame:
    """The rows of whom goes there, by area_id; all of them for all areas, none if nobody does."""
    if where == EVERYWHERE:
        return rows
    is_there = [where in names for names in zip(_counties(places), _areas(places), strict=True)]
    ids = set(places["area_id"].to_numpy()[np.array(is_there, bool)])
    return rows[rows["area_id"].isin(ids).to_numpy()].reset_index(drop=True)


def _counties(places: pd.DataFrame) -> list[str]:
    return [f"All of {county}" for county in places["county"]]


def _areas(places: pd.DataFrame) -> list[str]:
    return [f"{area} ({county})" for area, county in zip(places["area"], places["county"], strict=True)]
