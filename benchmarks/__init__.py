"""Speed beside other tools; every benchmark is run by `python -m benchmarks.NAME`."""
