"""How many people a load of contacts needs, by the queueing theory of A. K. Erlang."""
