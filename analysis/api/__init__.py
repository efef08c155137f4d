"""The queries over HTTP: the same answers as in the dashboard, for other programs."""
