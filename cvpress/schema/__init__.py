"""The schema of cv.yaml: what the document is by it (`fields`), what is wrong (`validation`)."""
