"""The roster: the program's participants, from a spreadsheet that is read, checked and never changed."""
