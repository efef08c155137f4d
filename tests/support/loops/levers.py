"""Policy levers again, the slow and plain way: one draw, one physician-year at a time."""


def there(age, owed, staying, leaves):
    """The share of people still there at an age: a loop over whole years, and the part of a year that is left."""
    share = 1.0
    while age >= 1:
        share, age, owed = share * (1 - leaves), age - 1, owed - 1 if owed else None
        if owed is not None and owed <= 0:
            share, owed = share * staying, None
    share *= (1 - leaves) ** age
    return share * staying if owed and age >= owed else share


def served(start, owed, staying, leaves, horizon, steps=20_000):
    """Years served before the horizon, summed over thin slices of time."""
    slice_years = horizon / steps
    total = 0.0
    for n in range(steps):
        since = (n + 0.5) * slice_years - start
        total += slice_years * (there(since, owed, staying, leaves) if since >= 0 else 0)
    return total


def lost(a_year, cut_years, wait, owed, leaves, horizon, steps=1_000):
    """FTE-years lost to a cut: each thin slice of the cut's years loses its physicians' service."""
    slice_years = cut_years / steps
    kept = [there((n + 0.5) * horizon / steps, owed, 0, leaves) * horizon / steps for n in range(steps)]
    total = 0.0
    for n in range(steps):
        begins = wait + (n + 0.5) * slice_years
        total += a_year * slice_years * sum(kept[: max(round((horizon - begins) / horizon * steps), 0)])
    return total


def timeline(of, people, horizon):
    """Access and counted FTE by year of one draw (plain numbers), with each year's entrants in a list of their own."""
    certified, applying, ready = people.certified, people.applying, people.licensed
    practicing = []  # (years there, people who came)
    groups = []  # (years left, people)
    for length, part in ((3, 1 - of["four_years_share"]), (4, of["four_years_share"])):
        groups += [(left, people.in_residency * part / length) for left in range(1, length + 1)]
    access, counted = [], []
    for _ in range(horizon + 1):
        stays = (of["service_years"], of["staying_share"], of["leaves_share"])
        access.append(sum(count * there(age, *stays) for age, count in practicing))
        training = sum(count for _, count in groups)
        counted.append(access[-1] + training * of["train_there_share"] * of["resident_fte"])
        done = sum(count for left, count in groups if left == 1) * of["completes_share"] + ready
        groups = [(left - 1, count) for left, count in groups if left > 1]
        entered = applying * of["accepted_share"]
        groups += [(3, entered * (1 - of["four_years_share"])), (4, entered * of["four_years_share"])]
        practicing = [(age + 1, count) for age, count in practicing] + [(0, done * of["in_shortage_share"])]
        begun = certified * of["applies_share"]
        applying += begun - entered - applying * of["gives_up_share"]
        certified += people.new_each_year - begun - certified * of["gives_up_share"]
        ready = 0
    return access, counted
