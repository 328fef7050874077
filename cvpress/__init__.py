"""cvpress proofreads, typesets and verifies a CV."""

__version__ = "0.1.0"
