"""Labels beside the ends of lines: their sizes, the signs of dashes, and the grid behind."""

LINE = 17  # pixels from one line of small text to the next
GAP = 7  # pixels between two labels
# Plotly's dashes in the order of use, with the sign of each in a label.
DASHES = {"solid": "━━", "dash": "╍╍", "dot": "┅┅", "dashdot": "━╍", "longdash": "━ ━", "longdashdot": "━ ╍"}
GRID = {"showgrid": True, "gridcolor": "rgba(128,140,150,0.25)"}
