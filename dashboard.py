"""The Physician Gap Atlas: `streamlit run dashboard.py`.

Streamlit finds `app` below and serves it; for every visit it runs this same file as its script.
"""

import streamlit as st

TITLE = "Physician Gap Atlas"
ICON = "pages/kit/icon.png"
# Pages on which the choice of a state changes nothing.
STATELESS = ("pathways", "briefing", "levers", "query", "methods")
# Of each page: its address, which stays what it is in saved links, its folder below pages/, its title and its icon.
PAGES = (
    ("overview", "overview", "Overview", ":material/home:"),
    ("shortage", "shortage", "Shortage map", ":material/map:"),
    ("cliff", "withdrawals", "Proposed withdrawals", ":material/event_busy:"),
    ("county", "county", "County brief", ":material/location_on:"),
    ("district", "district", "My district", ":material/how_to_vote:"),
    ("disparity", "disparity", "Disparity", ":material/balance:"),
    ("physicians", "physicians", "Physicians", ":material/stethoscope:"),
    ("access", "access", "Access", ":material/directions_car:"),
    ("language", "language", "Language", ":material/translate:"),
    ("pathways", "participants", "Pathways", ":material/route:"),
    ("placement", "placement", "Placement", ":material/person_pin_circle:"),
    ("briefing", "briefing", "Briefing", ":material/slideshow:"),
    ("levers", "levers", "Policy levers", ":material/tune:"),
    ("explore", "explore", "Explore", ":material/table_chart_view:"),
    ("query", "sql_console", "SQL", ":material/terminal:"),
    ("methods", "methods", "Sources and methods", ":material/menu_book:"),
)


def run() -> None:
    """One run of the script: page config, menu, the page, and our named errors in one sentence."""
    from data.errors import AtlasError
    from pages.briefing import committee
    from pages.kit import briefing_button, cache, place

    # Before the menu: it would fetch an icon from another machine for a page that has none yet.
    st.set_page_config(page_title=TITLE, page_icon=ICON, layout="wide")
    page = st.navigation(
        [
            st.Page(f"pages/{folder}/page.py", title=title, icon=icon, url_path=address, default=address == "overview")
            for address, folder, title, icon in PAGES
        ],
        expanded=True,
    )
    st.set_page_config(page_title=f"{page.title} · {TITLE}")
    try:
        warning = cache.prepared()
        if warning:
            st.warning(warning)
        if page.url_path not in STATELESS:
            # One widget for all pages, so that the state stays chosen from page to page.
            with st.sidebar:
                elsewhere = place.state()
            if elsewhere:
                st.warning(elsewhere)
        with st.sidebar:
            committee.button()
        briefing_button.seen(page.url_path or "overview")
        page.run()
    except AtlasError as problem:
        st.error(cache.said(problem), icon=":material/error:")


if __name__ == "__main__":
    run()
else:
    from pages.kit import server

    app = st.App(__file__, **server.EXTRAS)
