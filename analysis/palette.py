"""Which colours mean what? The same quantity has the same scale everywhere."""

# ColorBrewer OrRd for need, Blues for people and supply, PuOr for change: safe for colour-blind
# eyes, and lighter to darker in grey print.
NEED = ("#fdd49e", "#fdbb84", "#fc8d59", "#d7301f", "#7f0000")
PEOPLE = ("#c6dbef", "#9ecae1", "#6baed6", "#2171b5", "#08306b")
CHANGE = ("#7f3b08", "#e08214", "#fee0b6", "#b2abd2", "#542788")
SCALES = {"need": NEED, "people": PEOPLE, "change": CHANGE}

NONE = {"need": "#fff8ec", "people": "#f4f9fd", "change": "#f7f7f7"}
NOT_KNOWN = "#bdbdbd"
WITHHELD = "#8c96a6"

BORDER = "#ffffff"
REGION_BORDER = "#5b6670"
CHOSEN = "#111111"
MARK = "#b2182b"
MUTED = "#9aa5ad"
HOSPITAL, CRITICAL_ACCESS, HEALTH_CENTER = "#0072B2", "#E69F00", "#009E73"
MUTED_DARK = "#6b7780"
VINTAGES = ("#6baed6", "#2171b5")
PLACES = (("diamond", "#E69F00"), ("triangle-down", "#0072B2"), ("square", "#009E73"))
