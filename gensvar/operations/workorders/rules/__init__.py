"""Steps, states, money and measures of work orders, judged without anything around them."""
