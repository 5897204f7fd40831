"""Page-sized reads: lists of cases, how many there are, and the story of one."""
