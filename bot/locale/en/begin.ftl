# /begin: having read the notice

begin-summary = Begin, having read the notice
begin-line-help = What to go on with, as a command
begin-done = Thank you. You're all set.
