"""Client organisations and the services, texts and subjects they agreed on."""
