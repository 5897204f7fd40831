"""What people sent us: encrypted, stored by content, never lost."""
