"""The pages of posts: the intake log, a table to bring in, replies; and the door for programs."""
