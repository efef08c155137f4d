"""Policy levers again, the slow and plain way: one draw, one physician-year at a time."""


def served(start, owed, staying, horizon, steps=20_000):
    """Years served before the horizon, summed over thin slices of time."""
    slice_years = horizon / steps
    total = 0.0
    for n in range(steps):
        since = (n + 0.5) * slice_years - start
        total += slice_years * (0 if since < 0 else 1 if since < owed else staying)
    return total


def lost(a_year, cut_years, wait, owed, horizon, steps=1_000):
    """FTE-years lost to a cut: each thin slice of the cut's years loses its physicians' service."""
    slice_years = cut_years / steps
    total = 0.0
    for n in range(steps):
        begins = wait + (n + 0.5) * slice_years
        total += a_year * slice_years * min(owed, max(horizon - begins, 0))
    return total


def timeline(of, people, horizon):
    """Access and counted FTE by year of one draw (plain numbers), with each year's entrants in a list of their own."""
    certified, applying, ready, practicing = people.certified, people.applying, people.licensed, 0.0
    groups = []  # (years left, people)
    for length, part in ((3, 1 - of["four_years_share"]), (4, of["four_years_share"])):
        groups += [(left, people.in_residency * part / length) for left in range(1, length + 1)]
    access, counted = [], []
    for _ in range(horizon + 1):
        access.append(practicing)
        training = sum(count for _, count in groups)
        counted.append(practicing + training * of["train_there_share"] * of["resident_fte"])
        done = sum(count for left, count in groups if left == 1) * of["completes_share"] + ready
        groups = [(left - 1, count) for left, count in groups if left > 1]
        entered = applying * of["accepted_share"]
        groups += [(3, entered * (1 - of["four_years_share"])), (4, entered * of["four_years_share"])]
        practicing += done * of["in_shortage_share"] - practicing * of["leaves_share"]
        begun = certified * of["applies_share"]
        applying += begun - entered - applying * of["gives_up_share"]
        certified += people.new_each_year - begun - certified * of["gives_up_share"]
        ready = 0
    return access, counted
