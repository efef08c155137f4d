"""Every exhibit that can be asked for by name: importing a topic's exhibits registers them."""

from types import ModuleType

from analysis.access import exhibits as access_exhibits
from analysis.disparity import exhibits as disparity_exhibits
from analysis.district import exhibits as district_exhibits
from analysis.language import exhibits as language_exhibits
from analysis.levers import exhibits as levers_exhibits
from analysis.overview import exhibits as overview_exhibits
from analysis.participants import exhibits as participants_exhibits
from analysis.shortage import exhibits as shortage_exhibits
from analysis.withdrawals import exhibits as withdrawals_exhibits

MODULES: tuple[ModuleType, ...] = (
    withdrawals_exhibits,
    shortage_exhibits,
    overview_exhibits,
    levers_exhibits,
    access_exhibits,
    district_exhibits,
    language_exhibits,
    participants_exhibits,
    disparity_exhibits,
)
