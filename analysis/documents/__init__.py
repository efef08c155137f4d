"""Documents to take along, made from exhibits: PowerPoint, accessible PDF, one HTML file that needs no network."""
