"""Settings, addresses and processes: wires everything together."""
