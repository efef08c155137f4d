"""What a refresh leaves behind, and how tests run one: quickly, of small files."""

from data import loaded, store
from data.refresh.recipes import RECIPES
from data.refresh.source import Order
from tests.support.publishers.publisher import QUICK

SMALL = {name: recipe._replace(least_states=1, usual_mb=0) for name, recipe in RECIPES.items()}
ORDER = Order(limits=QUICK, pause=lambda _seconds: None)


def served(column="rucc_2023", table="county"):
    with store.open_database() as con:
        return [row[0] for row in con.table(table).select(column).distinct().fetchall()]


def left():
    """What is left in the folder of raw files, but for empty folders."""
    return sorted(path.relative_to(loaded.raw()).as_posix() for path in loaded.raw().rglob("*") if path.is_file())
