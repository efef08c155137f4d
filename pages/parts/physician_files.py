"""Which files count physicians by county and specialty, where are they to be had, and what can they not say?"""

import streamlit as st

from data import registry

COMMANDS = {
    "own_supply": (
        "own FILE",
        "CSV or Excel: county, specialty, physicians, fte, year. `template FILE` writes a form.",
    ),
    "ahrf": ("ahrf FILE", "Download “Area Health Resources Files, county data”: as CSV, SAS or its ZIP."),
    "cms_clinicians": ("cms_clinicians FILE", "Download “National Downloadable File”, a CSV of about 700 MB."),
    "nppes": ("nppes FILE", "Download the “Full Replacement Monthly NPI File”, a ZIP with 9 GB in it; it is streamed."),
}
ORDER = (
    "Where several are loaded, your own is shown first, else AHRF, else Doctors and Clinicians, else NPPES, and the "
    "embedded OB/GYNs where there is none. They are never added: each counts other people at other addresses."
)


def panel() -> None:
    """What can be loaded, how, and what each cannot say."""
    with st.expander("Load physicians of every specialty", icon=":material/stethoscope:"):
        st.markdown(
            "Files with physicians by county and specialty may not be passed on, or are too large to come along. "
            "One that you download is read on this machine and stays on it; then every page can show it."
        )
        for source_id, (command, about) in COMMANDS.items():
            entry = registry.loadable()[source_id]
            address = f" [{entry.url}]({entry.url})" if entry.url else ""
            loaded = registry.sources().get(source_id)
            state = f" **Loaded: {loaded.as_of_label}.**" if loaded else ""
            st.markdown(
                f"**{entry.title}.**{state} {about}{address}  \n`python -m data.supply {command}`  \n"
                f"{entry.limits} {entry.licence}."
            )
        st.caption(ORDER)
