# Talking in a terminal

console-no-such-choice = There is no choice with that number. Type a number from 1 to { $count }, or send me words.
console-field = { $label }:
console-field-optional = { $label } (just press Enter for none):
console-prompt = { "> " }
console-bye = Come back any time.
