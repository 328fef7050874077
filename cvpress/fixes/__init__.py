"""Fixes: what findings propose is put into the text, as long as nothing speaks against it."""
