"""How well the proofreader proofreads, on CVs that nobody tuned it on.

python bench/words/evaluate.py [--seed N] [--part dev|unseen|dev2|…|unseen4] [--json]

first      the raw sentences of ten fields of work, half of them never to be looked at
second     the same of sixteen, by somebody who knew neither these nor the checks
third      the same of sixteen others, by somebody who knew none of the others'
fourth     the same of sixteen more, first counted when the checks were done
material   reads them and parts them
cvs        CVs made of them, as cv.yaml documents that are right
maker      one CV of them, with dates; people: names, ORCID iDs
slips      a model of the slips of fingers and memory
plant      faults of prose and punctuation, planted one at a time
measure    runs the checks on all of these and counts
figures    the arithmetic of what was counted
table      the figures as a page to read
evaluate   the command
"""
