"""Ten slides as one would paste them: each figure a picture by geopandas and matplotlib, on the plain template."""

from io import BytesIO

import geopandas as gpd
import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure
from pptx import Presentation
from pptx.util import Inches

from analysis.documents.model import Document, Slide
from data.registry import SHAPES

mpl.use("agg")


def pasted(document: Document) -> bytes:
    """The file: a title and a picture a slide. No notes, sources, alt texts or data, and no intervals or flows."""
    made = Presentation()
    made.slide_width, made.slide_height = Inches(13.333), Inches(7.5)
    counties = gpd.read_file(SHAPES / "counties-27.json").to_crs("EPSG:5070")
    for slide in document.slides:
        drawn = made.slides.add_slide(made.slide_layouts[5])
        drawn.shapes.title.text = slide.title
        drawn.shapes.add_picture(BytesIO(_picture(slide, counties)), Inches(0.6), Inches(1.6), width=Inches(12))
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def _picture(slide: Slide, counties: gpd.GeoDataFrame) -> bytes:
    figure = Figure(figsize=(12, 5), dpi=192)
    axes = figure.add_subplot()
    trace = (slide.figure or {"data": []})["data"][0]
    if trace["type"] == "choropleth":
        told = pd.Series(trace["z"], index=trace["locations"])
        counties.assign(z=counties["id"].map(told)).plot(column="z", ax=axes, cmap="OrRd", edgecolor="white")
        axes.set_axis_off()
    elif trace["type"] == "bar":
        axes.barh(trace["y"], trace["x"])
    elif trace["type"] == "scatter":
        axes.plot(trace["x"], trace["y"], "o")
    kept = BytesIO()
    figure.savefig(kept, format="png")
    return kept.getvalue()
