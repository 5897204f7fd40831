"""The bridge: hears an engine, lets the table decide, and tells the engine what to do."""
