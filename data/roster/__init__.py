"""The roster: the program's participants, from a spreadsheet that is read, checked and never changed."""

from data.roster.loading import Roster, load
from data.roster.problems import Problem

__all__ = ["Problem", "Roster", "load"]
