"""Reports composed of figures and tables, published as they stand, and who gets which."""
