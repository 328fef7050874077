"""What TeX says, brought home to the CV: one file a message, as a check is (CONTRIBUTING.md).

`pressing` gathers what they judge: before TeX runs, and from its log (`messages`, `boxes`,
`places`, `blame`).
"""
