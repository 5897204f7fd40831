"""Cases that have been kept for as long as was decided: erased, held back, and told of."""
