"""The measures, as files in TOML: what is counted, how, and worked examples."""
