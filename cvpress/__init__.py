"""cvpress proofreads, typesets and verifies a CV."""

__version__ = "0.1.0"

UPSTREAM = "https://github.com/cvpress/cvpress"
"""Where cvpress lives: bugs are reported there, the workflows name it."""
