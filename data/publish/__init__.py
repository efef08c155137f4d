"""Which counts of participants may leave? Counted, joined where small, protected, audited."""
