"""The look: base templates, components, css, icons."""
