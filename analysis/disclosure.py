"""Which counts of people may be published, so that none of them can be traced to a person?

`protect` chooses what to withhold, `audit` tries to work it out again from everything that is left; they share
the description of the tables (`Lattice`) and the solver, and nothing that the one believes is taken on
trust by the other.
"""

from analysis.audit import EXACT, GROUP, NARROW, SHOWN, SMALL, Audit, Finding, audit
from analysis.lattice import Lattice
from analysis.suppression import protect

__all__ = ["EXACT", "GROUP", "NARROW", "SHOWN", "SMALL", "Audit", "Finding", "Lattice", "audit", "protect"]
