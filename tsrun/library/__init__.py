"""The standard library: native functions, the prelude, and the realm's installation."""
