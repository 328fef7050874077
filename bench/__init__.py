"""What is measured: speed (speed.py) and how well the proofreader proofreads (words/)."""
