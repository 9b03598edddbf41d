"""Public registers, one publisher a file."""
