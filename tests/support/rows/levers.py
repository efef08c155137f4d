"""Does each lever give what a hand count gives, and does it move the right way?"""

from analysis.levers import model as levers_model
from analysis.levers.assumptions import SHIPPED, Span

POINT = {name: Span(span.likely, span.likely, span.likely) for name, span in SHIPPED.items()}
# By hand nobody leaves before service ends.
POINT["leaves_share"] = Span(0, 0, 0)


def point(lever, horizon=10, amount=10, **given):
    values = POINT | {name: Span(value, value, value) for name, value in given.items()}
    found = levers_model.outcome(lever, values, amount, horizon)
    return [float(figures[0]) for figures in found], float(levers_model.per_100k_usd(found)[0])
