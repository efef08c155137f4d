"""The Streamlit code that pages share."""
