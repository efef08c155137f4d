"""Which colours mean what? The same quantity has the same scale everywhere."""

# ColorBrewer OrRd for need, Blues for people and supply, PuOr for change: safe for colour-blind
# eyes, and lighter to darker in grey print.
NEED = ("#fdd49e", "#fdbb84", "#fc8d59", "#d7301f", "#7f0000")
PEOPLE = ("#c6dbef", "#9ecae1", "#6baed6", "#2171b5", "#08306b")
CHANGE = ("#7f3b08", "#e08214", "#fee0b6", "#b2abd2", "#542788")
SCALES = {"need": NEED, "people": PEOPLE, "change": CHANGE, "scarcity": NEED}

# People for each physician: where there is no physician the need is beyond the deepest class, not under the palest.
NONE = {"need": "#fff8ec", "people": "#f4f9fd", "change": "#f7f7f7", "scarcity": "#542788"}
NOT_KNOWN = "#bdbdbd"
WITHHELD = "#8c96a6"

BORDER = "#ffffff"
# Counties that marks stand on.
GROUND, GROUND_BORDER = "#f2f4f5", "#b4bec5"
REGION_BORDER = "#5b6670"
CHOSEN = "#111111"
# Shortage areas' own outlines, over the colours of counties.
DESIGNATED_LINE, PROPOSED_LINE = "#08306b", "#6a1b9a"
MARK = "#b2182b"
MUTED = "#9aa5ad"
HOSPITAL, CRITICAL_ACCESS, HEALTH_CENTER = "#0072B2", "#E69F00", "#009E73"
MUTED_DARK = "#6b7780"
VINTAGES = ("#6baed6", "#2171b5")
PLACES = (("diamond", "#E69F00"), ("triangle-down", "#0072B2"), ("square", "#009E73"))

# What became of people, beside the blue of those on the way: Okabe-Ito's vermilion, since its orange
# is too pale for a line on white.
ON_THE_WAY, WAITING, ALTERNATIVE, LEFT = PEOPLE[3], PEOPLE[0], "#D55E00", "#6b7780"
# Tints that let the ground through, so that they stay pale on a dark page.
NONE_TINT, SHARE_NOT_SAID, HATCHING = "rgba(107,174,214,0.1)", "rgba(140,150,166,0.22)", "rgba(140,150,166,0.5)"
ON_PALE, ON_DEEP = "#12181b", "#ffffff"
# Six languages beside each other (Okabe-Ito; orange and sky darkened to stand out from white): dashes tell them too.
LANGUAGES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#B07A00", "#2C8FC4")
BAND = "rgba(128,140,150,0.25)"


def faded(colour: str, opacity: float) -> str:
    """The same colour, letting the ground through."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
