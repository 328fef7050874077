"""Source: the text of a cv.yaml becomes a document in which every letter knows its place."""

from cvpress.source.positions import encode, place_of, places, span
from cvpress.source.reader import read

__all__ = ["encode", "place_of", "places", "read", "span"]
