"""One place as a slide of PowerPoint: its answer, its figures beside the state's, where it is."""

import datetime

import pandas as pd

from analysis.documents.model import Document, Slide
from analysis.documents.powerpoint import pptx_file
from analysis.one_pager import OnePager


def pptx(one: OnePager, *, version: str, as_of: str, made: datetime.date) -> bytes:
    """The page of a place as a PowerPoint file, with the same figures to the digit."""
    rows = pd.DataFrame(one.lines).set_axis(["", one.name, one.state_name], axis=1)
    slide = Slide(
        title=one.answer,
        exhibit=f"{one.name} beside {one.state_name}",
        alt=one.picture_alt,
        rows=rows,
        source=one.sources,
        citations=(one.sources,),
        note=one.estimate,
        beside=one.picture,
    )
    return pptx_file(Document(one.title, one.name, [slide], version, as_of, made))
