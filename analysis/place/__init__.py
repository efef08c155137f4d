"""The place that figures are of, and the filters of shortage areas, for every topic."""
