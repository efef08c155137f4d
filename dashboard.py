"""The Physician Gap Atlas: `streamlit run dashboard.py`.

Streamlit finds `app` below and serves it; for every visit it runs this same file as its script.
"""

import streamlit as st

TITLE = "Physician Gap Atlas"
ICON = "pages/parts/icon.png"
# Pages on which the choice of a state changes nothing.
STATELESS = ("pathways", "briefing", "levers", "query", "methods")
PAGES = (
    ("overview", "Overview", ":material/home:"),
    ("shortage", "Shortage map", ":material/map:"),
    ("cliff", "Proposed withdrawals", ":material/event_busy:"),
    ("county", "County brief", ":material/location_on:"),
    ("district", "My district", ":material/how_to_vote:"),
    ("disparity", "Disparity", ":material/balance:"),
    ("physicians", "Physicians", ":material/stethoscope:"),
    ("access", "Access", ":material/directions_car:"),
    ("language", "Language", ":material/translate:"),
    ("pathways", "Pathways", ":material/route:"),
    ("placement", "Placement", ":material/person_pin_circle:"),
    ("briefing", "Briefing", ":material/slideshow:"),
    ("levers", "Policy levers", ":material/tune:"),
    ("explore", "Explore", ":material/table_chart_view:"),
    ("query", "SQL", ":material/terminal:"),
    ("methods", "Sources and methods", ":material/menu_book:"),
)


def run() -> None:
    """One run of the script: page config, menu, the page, and our named errors in one sentence."""
    from data.errors import AtlasError
    from pages.parts import answers, asked, collected, states

    # Before the menu: it would fetch an icon from another machine for a page that has none yet.
    st.set_page_config(page_title=TITLE, page_icon=ICON, layout="wide")
    page = st.navigation(
        [
            st.Page(f"pages/views/{name}.py", title=title, icon=icon, url_path=name, default=name == "overview")
            for name, title, icon in PAGES
        ],
        expanded=True,
    )
    st.set_page_config(page_title=f"{page.title} · {TITLE}")
    try:
        warning = answers.prepared()
        if warning:
            st.warning(warning)
        if page.url_path not in STATELESS:
            # One widget for all pages, so that the state stays chosen from page to page.
            with st.sidebar:
                elsewhere = states.state()
            if elsewhere:
                st.warning(elsewhere)
        with st.sidebar:
            asked.button()
        collected.seen(page.url_path or "overview")
        page.run()
    except AtlasError as problem:
        st.error(answers.said(problem), icon=":material/error:")


if __name__ == "__main__":
    run()
else:
    from pages.parts import server

    app = st.App(__file__, **server.EXTRAS)
