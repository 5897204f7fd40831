"""Every measure as data: what it is called, how it is counted, and an example worked by hand."""
