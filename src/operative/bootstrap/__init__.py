"""Wires ports to adapters, part by part; the only reader of the environment."""
