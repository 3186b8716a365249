"""Headwater's reader: one encoder, one pass, many heads. See ../README.md."""
