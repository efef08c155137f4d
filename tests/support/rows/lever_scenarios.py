"""Does a scenario come back as it was saved, and is a bad file refused with a sentence for each problem?"""

from hypothesis import strategies as st

from analysis.levers.assumptions import ASSUMPTIONS, CEILINGS, SHIPPED, Span
from analysis.levers.scenarios import FUNDED, Scenario
from analysis.levers.timeline import Pipeline

VALUES_OWN = SHIPPED | {"cut_share": Span(0, 0.1, 1)}
OWN = Scenario("Ten clinics, 2027", 7, True, dict.fromkeys(FUNDED, 3), Pipeline(1, 2, 3, 4, 5), VALUES_OWN)


@st.composite
def spans(draw, unit):
    return Span(*sorted(draw(st.lists(st.floats(0, CEILINGS[unit]), min_size=3, max_size=3))))


VALUES = st.fixed_dictionaries({one.name: spans(one.unit) for one in ASSUMPTIONS})
