"""The same map and filter, built with other tools."""
