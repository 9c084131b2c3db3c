"""From the syntax tree to bytecode units."""
