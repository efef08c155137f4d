"""Which places and areas does a question look at? The same choices on every page and in every URL."""

from typing import Any, NamedTuple

DISCIPLINES = ("primary_care", "mental_health", "dental")
STATUSES = ("designated", "proposed_withdrawal", "both")
TYPES = ("all", "geographic", "high_needs", "population")
RURAL_DEFINITIONS = ("seven_county", "rucc_metro", "rucc_code")


class Selection(NamedTuple):
    """A choice of places and shortage areas; None means all."""

    discipline: str = "primary_care"
    status: str = "designated"
    designation_type: str = "all"
    state: str | None = "MN"
    region: str | None = None
    rural_definition: str = "rucc_metro"
    rural_class: str | None = None

    def checked(self) -> dict[str, Any]:
        """The choice as SQL parameters.

        Raises ValueError naming the choice and what it may be.
        """
        allowed = {
            "discipline": DISCIPLINES,
            "status": STATUSES,
            "designation_type": TYPES,
            "rural_definition": RURAL_DEFINITIONS,
        }
        for name, values in allowed.items():
            if getattr(self, name) not in values:
                raise ValueError(f"{name} is {getattr(self, name)!r}; it can be {', '.join(values)}.")
        return self._asdict()
