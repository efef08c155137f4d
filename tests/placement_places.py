"""Places for tests of placement: a few areas with what they are short of, and plain loops over them."""

import itertools

import pandas as pd

GROUPS = ("spanish", "indo_european", "asian_pacific", "other")


def places(*rows):
    """Places from {column: value}; what is left out does not matter."""
    plain = {
        "fte_to_target": 2.0,
        "hpsa_score": 10,
        "area_population": 1000,
        "rucc_2023": 1,
        "region": "r",
        "county_fips": "27001",
        "county": "Aitkin County",
        **{f"limited_english_{group}": 0 for group in GROUPS},
    }
    found = [{"area_id": f"a{n}", "area": f"Area {n}", **plain, **row} for n, row in enumerate(rows)]
    return pd.DataFrame(found).assign(fte_short=lambda all_: all_.get("fte_short", all_["fte_to_target"]))


def pair(place, spoken, weights):
    """What one FTE adds beyond the gap, by a plain formula."""
    people = place[f"limited_english_{spoken}"] if spoken else 0
    share = people / place["area_population"] if place["area_population"] else 0
    rural = place["rucc_2023"] >= 4
    return weights.language * min(share / 0.05, 1) + weights.score * place["hpsa_score"] / 25 + weights.rural * rural


def filled(need, fte, last_share):
    """What so many FTE are worth in an area of this need: the first counts 1, the last `last_share`."""
    sent = min(fte, need)
    return sent - (1 - last_share) * sent**2 / (2 * need) if need else 0.0


def best(rows, spoken, plan):
    """The most that any placement of full-time physicians is worth; `spoken` has a language group for each."""
    values = []
    for chosen in itertools.product([None, *range(len(rows))], repeat=len(spoken)):
        total = 0.0
        for place in range(len(rows)):
            there = [who for who, where in zip(spoken, chosen, strict=True) if where == place]
            need = rows[place]["fte_to_target"]
            if len(there) > min(plan.capacity, -(-need // 1)):
                break
            total += filled(need, len(there), plan.weights.last_share)
            total += sum(pair(rows[place], who, plan.weights) for who in there)
        else:
            values.append(total)
    return max(values)
