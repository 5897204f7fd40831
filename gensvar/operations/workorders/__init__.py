"""Work orders: the fourteen steps of a fault, who performs what, and what it takes and costs."""
