"""The pages of paper: the scan register, a paper to register, letters to write and to post."""
