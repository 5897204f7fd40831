"""What kinds of cases there are: the fields each asks for, its stages, and who may move it on."""
