"""Reports: one file a format. They turn findings, or what two PDFs differ in, into text.

Nothing here prints; the command line does, with what a report returns.
"""
