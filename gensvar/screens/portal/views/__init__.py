"""Pages for citizens: nobody signs in, nothing needs a script."""
