"""Where the figures come from: published files, adapters, reference tables, the database."""
